/* What the steps of a campaign ask for, as the form holds it and as it is sent. */
import { ZONE } from '~/lib/format'
import type { CampaignChange, CampaignWhole, Channel, Objective } from '../campaigns/query'

export interface Values {
  name: string
  objective_kind: Objective
  objective: string
  expected_result: string
  segment_id: string | null
  channel: Channel | null
  template_id: string | null
  /** What the message says of the offer itself, by token. */
  message_values: Record<string, string>
  /** A local time of Simpul's zone, empty for a start by hand. */
  scheduled_at: string
  /** An amount stays text: JSON's own numbers are not exact. */
  budget: string
  holdout_percent: number
  hand_off: boolean
}

export type FieldName = keyof Values
export type WizardStep = 'goal' | 'audience' | 'message' | 'schedule' | 'check'
export const WIZARD_STEPS: readonly WizardStep[] = ['goal', 'audience', 'message', 'schedule', 'check']

const STEP_OF: Record<FieldName, WizardStep> = {
  name: 'goal',
  objective_kind: 'goal',
  objective: 'goal',
  expected_result: 'goal',
  segment_id: 'audience',
  channel: 'audience',
  template_id: 'message',
  message_values: 'message',
  scheduled_at: 'schedule',
  budget: 'schedule',
  holdout_percent: 'schedule',
  hand_off: 'schedule',
}

/** Where a field is asked for; what no step asks for is looked at where everything is checked. */
export const stepOf = (field: string): WizardStep => (field in STEP_OF ? STEP_OF[field as FieldName] : 'check')

/** An instant as the clock in Simpul's zone shows it, in the form that the browser's field takes. */
const localOf = (at: string | null) => (at ? new Date(at).toLocaleString('sv-SE', { timeZone: ZONE }).replace(' ', 'T').slice(0, 16) : '')

export const valuesOf = (campaign: CampaignWhole): Values => ({
  name: campaign.name,
  objective_kind: campaign.objective_kind,
  objective: campaign.objective,
  expected_result: campaign.expected_result,
  segment_id: campaign.segment?.segment_id ?? null,
  channel: campaign.channel,
  template_id: campaign.template?.template_id ?? null,
  message_values: campaign.message_values,
  scheduled_at: localOf(campaign.scheduled_at),
  budget: campaign.budget === null ? '' : String(campaign.budget),
  holdout_percent: campaign.holdout_percent,
  hand_off: campaign.hand_off,
})

/** Whether a field holds the same twice. */
export const sameValue = (one: unknown, other: unknown) => one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))

/** The fields that differ from what is kept. */
export const changedFields = (values: Values, kept: Values): FieldName[] => (Object.keys(values) as FieldName[]).filter((name) => !sameValue(values[name], kept[name]))

/** Some fields as they are sent. */
export function changeOf(values: Values, names: readonly FieldName[]): CampaignChange {
  const sent: Record<FieldName, unknown> = {
    ...values,
    name: values.name.trim(),
    objective: values.objective.trim(),
    expected_result: values.expected_result.trim(),
    scheduled_at: values.scheduled_at ? `${values.scheduled_at}:00+07:00` : null,
    budget: values.budget === '' ? null : values.budget,
  }
  return Object.fromEntries(names.map((name) => [name, sent[name]])) as CampaignChange
}
