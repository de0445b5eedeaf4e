import './texts/id/nextActions'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { toastDone, toastProblem } from '~/ui/toast'
import { type Advice, type AdviceDecision, decideAdvice, forgetAdvice, undoAdvice } from './query'

export interface Given {
  decision: 'ACCEPTED' | 'REJECTED' | 'SNOOZED'
  reason?: string
  snoozed_until?: string
}

export const keyOf = (advice: Advice) =>
  `${advice.customer_id}:${advice.rule_code}:${advice.related_id ?? ''}`

/** Decides about advice: it leaves at once, with the way back; when the server refuses, it returns. */
export function useDecide() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const mark = (key: string, is: boolean) =>
    setGone((before) => {
      const next = new Set(before)
      if (is) next.add(key)
      else next.delete(key)
      return next
    })
  const renew = () => {
    void client.invalidateQueries({ queryKey: ['tasks'] })
    return forgetAdvice(client)
  }
  const undo = async (made: AdviceDecision, key?: string) => {
    try {
      await undoAdvice(made.advice_id, made.version)
      if (key) mark(key, false)
      toastDone(t('nextActions.undone'))
    } catch (error) {
      toastProblem(error)
    }
    await renew()
  }
  const decide = async (advice: Advice, given: Given) => {
    const key = keyOf(advice)
    mark(key, true)
    try {
      const made = await decideAdvice(advice.customer_id, {
        rule_code: advice.rule_code,
        related_id: advice.related_id,
        decision: given.decision,
        reason: given.reason ?? '',
        snoozed_until: given.snoozed_until ?? null,
      })
      toastDone(t(`nextActions.done.${given.decision}`), () => void undo(made, key))
    } catch (error) {
      mark(key, false)
      toastProblem(error)
    }
    await renew()
  }
  return {
    isGone: (advice: Advice) => gone.has(keyOf(advice)),
    decide: (advice: Advice, given: Given) => void decide(advice, given),
    undo: (made: AdviceDecision) => void undo(made),
  }
}
