import { type ComponentType, createContext, useContext } from 'react'

import type { Field } from './rules'

/** Shows what is wrong at a place of the rule; `exact` leaves out what its parts show themselves. */
export type RuleProblems = ComponentType<{ field: string; exact?: boolean }>

export interface RuleSetting {
  /** What a condition may compare. */
  fields: readonly Field[]
  Problems: RuleProblems
}

export const RuleContext = createContext<RuleSetting | null>(null)

/** The builder around this part of a rule. */
export function useRuleSetting(): RuleSetting {
  const value = useContext(RuleContext)
  if (!value) throw new Error('This part of a rule belongs inside the rule builder.')
  return value
}
