import { SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import type { AgentRow, DayRange } from '../model'
import { forgetDays } from '../query'
import { cancelDayOff, createDaysOff } from '../server'
import { daysBetween } from './days'
import { useRangeWords } from './useRangeWords'
import classes from './calendar.module.css'

const KINDS = ['LEAVE', 'OFF'] as const
type Kind = (typeof KINDS)[number]
const SHOWN = 4

interface Props {
  agent: AgentRow
  /** What was chosen on the calendar; without it the form asks for dates. */
  ranges: readonly DayRange[]
  onMarked: () => void
  onClose: () => void
}

/** Marks days as leave or off, with the reason; the way back takes all of them off again. */
export function MarkDialog({ agent, ranges: chosen, onMarked, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const rangeWords = useRangeWords()
  const [kind, setKind] = useState<Kind>('LEAVE')
  const [reason, setReason] = useState('')
  const [first, setFirst] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const asks = chosen.length === 0
  const ranges = asks ? (first && last ? [{ first_day: first, last_day: last }] : []) : chosen
  const undo = useMutation({
    mutationFn: (ids: readonly string[]) => Promise.all(ids.map(cancelDayOff)),
    onSuccess: () => toastDone(t('followupAgents.markUndone')),
    onError: toastProblem,
    onSettled: () => forgetDays(client),
  })
  const mark = useMutation({
    mutationFn: () =>
      createDaysOff({ agent_id: agent.id, kind, reason: reason.trim(), ranges: [...ranges] }),
    onSuccess: ({ items }) => {
      forgetDays(client)
      onMarked()
      const count = items.reduce(
        (all, each) => all + daysBetween(each.first_day, each.last_day).length,
        0,
      )
      const words = t('followupAgents.marked', { kind: t(`followupAgents.kinds.${kind}`), count })
      toastDone(words, () => undo.mutate(items.map((each) => each.id)))
    },
    onError: (error) => {
      const refused = fieldProblems(error)
      if (Object.keys(refused).length > 0) setWrong(refused)
      else toastProblem(error)
    },
  })
  useMade(mark.data, onClose)
  const submit = () => {
    const found: Record<string, string> = {}
    if (reason.trim() === '') found.reason = t('followupAgents.reasonNeeded')
    if (asks && !first) found.first_day = t('common.required')
    if (asks && !last) found.last_day = t('common.required')
    if (first && last && last < first) found.last_day = t('followupAgents.rangeWrong')
    setWrong(found)
    if (Object.keys(found).length === 0 && !mark.isPending) mark.mutate()
  }
  const refusedRange = Object.entries(wrong).find(([field]) => field.startsWith('ranges'))?.[1]
  return (
    <FormDialog
      title={t('followupAgents.markTitle')}
      text={t('followupAgents.markText', { name: agent.person.full_name })}
      action={t('followupAgents.mark')}
      dirty={(reason !== '' || first !== null || last !== null) && !mark.isSuccess}
      busy={mark.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('followupAgents.kind')}
        data={KINDS.map((value) => ({ value, label: t(`followupAgents.kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      />
      {asks ? (
        <div className={classes.pair}>
          <DayInput
            label={t('followupAgents.first')}
            defaultLevel="month"
            maxDate={undefined}
            value={first}
            error={wrong.first_day ?? refusedRange}
            onChange={setFirst}
          />
          <DayInput
            label={t('followupAgents.last')}
            defaultLevel="month"
            maxDate={undefined}
            value={last}
            error={wrong.last_day}
            onChange={setLast}
          />
        </div>
      ) : (
        <ul>
          {chosen.slice(0, SHOWN).map((range) => (
            <li key={range.first_day} className="num">
              {rangeWords(range)}
            </li>
          ))}
          {chosen.length > SHOWN && (
            <li className="muted">{t('followupAgents.more', { count: hidden(chosen) })}</li>
          )}
          {refusedRange && <li role="alert">{refusedRange}</li>}
        </ul>
      )}
      <TextInput
        label={t('followupAgents.reason')}
        maxLength={200}
        data-autofocus
        value={reason}
        error={wrong.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

const hidden = (ranges: readonly DayRange[]) =>
  ranges
    .slice(SHOWN)
    .reduce((all, range) => all + daysBetween(range.first_day, range.last_day).length, 0)
