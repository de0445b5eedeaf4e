/* The shapes of sales as the pages know them. */
import type { components } from '~/api/schema.gen'

type Schemas = components['schemas']

export type Lead = Schemas['LeadOut']
export type LeadStatus = Lead['status']
export type LeadSource = Lead['source']['type']
export type Aging = NonNullable<Lead['aging']>
export type Opportunity = Schemas['OpportunityOut']
export type Stage = Opportunity['stage']
/** A step that is offered now. */
export interface Move {
  transition: string
  title: string
  to: string
  to_label: string
  needs: readonly string[]
  outcome?: 'WON' | 'LOST' | null
}
export type Reason = Schemas['SalesReasonOut']
export type StageRow = Schemas['OpportunityStageOut']
export type Forecast = Schemas['ForecastOut']
export type CustomerSales = Schemas['CustomerSalesOut']

export const OPEN_STATUSES = ['NEW', 'CONTACTED', 'QUALIFIED'] as const
export const CLOSED_STATUSES = ['CLOSED_WON', 'CLOSED_LOST'] as const
export const OPEN_STAGES = ['NEW', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION'] as const
export const SOURCES = ['CAMPAIGN', 'MANUAL', 'SERVICE_FOLLOWUP', 'JOURNEY', 'INTAKE_API'] as const
export const BANDS = ['HOT', 'WARM', 'COOL', 'COLD'] as const
export const AGINGS = ['FRESH', 'WAITING', 'LATE'] as const

export const isClosed = (state: string) => state === 'CLOSED_WON' || state === 'CLOSED_LOST'

/** What a card of a board must say of itself; leads and opportunities both do. */
export interface Movable {
  id: string
  version: number
  moves: readonly Move[]
}
