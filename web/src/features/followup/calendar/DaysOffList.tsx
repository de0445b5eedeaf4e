import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconBeach, IconCalendarOff, IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip, type Tone } from '~/ui/Chip'
import { toastDone, toastProblem } from '~/ui/toast'
import type { AwayKind, DayOff } from '../model'
import { forgetDays } from '../query'
import { cancelDayOff, createDaysOff } from '../server'
import { useRangeWords } from './useRangeWords'
import classes from './calendar.module.css'

const KINDS: Record<AwayKind, [Tone, typeof IconBeach]> = {
  LEAVE: ['warning', IconBeach],
  OFF: ['info', IconCalendarOff],
  ABSENCE: ['neutral', IconUserOff],
}

/** The days away of a year as a list; what is cancelled can be put back. */
export function DaysOffList({ daysOff }: { daysOff: readonly DayOff[] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const rangeWords = useRangeWords()
  const restore = useMutation({
    mutationFn: ({ agent, kind, reason, first_day, last_day }: DayOff) =>
      createDaysOff({
        agent_id: agent.id,
        kind: kind === 'OFF' ? 'OFF' : 'LEAVE',
        reason,
        ranges: [{ first_day, last_day }],
      }),
    onSuccess: (_, each) =>
      toastDone(t('followupAgents.cancelUndone', { range: rangeWords(each) })),
    onError: toastProblem,
    onSettled: () => forgetDays(client),
  })
  const cancel = useMutation({
    mutationFn: (each: DayOff) => cancelDayOff(each.id),
    onSuccess: (_, each) => {
      const kind = t(`followupAgents.kinds.${each.kind}`)
      toastDone(t('followupAgents.cancelled', { kind, range: rangeWords(each) }), () =>
        restore.mutate(each),
      )
    },
    onError: toastProblem,
    onSettled: () => forgetDays(client),
  })
  if (daysOff.length === 0) return <p className="muted">{t('followupAgents.listedNone')}</p>
  return (
    <ul className={classes.list} aria-label={t('followupAgents.listed')}>
      {daysOff.map((each) => {
        const [tone, Icon] = KINDS[each.kind]
        const kind = t(`followupAgents.kinds.${each.kind}`)
        const range = rangeWords(each)
        return (
          <li key={each.id}>
            <Chip tone={tone} icon={<Icon />}>
              {kind}
            </Chip>
            <span className="num">{range}</span>
            <span className="muted">{each.reason}</span>
            {each.kind === 'ABSENCE' && (
              <span className="muted">{t('followupAgents.fromAbsence')}</span>
            )}
            {each.can.cancel && (
              <Button
                variant="default"
                aria-label={t('followupAgents.cancelOf', { kind, range })}
                loading={cancel.isPending && cancel.variables.id === each.id}
                onClick={() => cancel.mutate(each)}
              >
                {t('followupAgents.cancel')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
