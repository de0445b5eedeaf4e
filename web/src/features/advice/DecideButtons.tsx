import './texts/id/nextActions'

import { Button, Menu } from '@mantine/core'
import { IconCheck, IconClockPause, IconX } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'

import type { Advice } from './query'
import type { Given } from './useDecide'
import classes from './advice.module.css'

const SNOOZES = [1, 7, 30] as const

interface Props {
  advice: Advice
  onDecide: (advice: Advice, given: Given) => void
  onReject: (advice: Advice) => void
}

/** Accept, put off, reject; each names the advice it is about. */
export function DecideButtons({ advice, onDecide, onReject }: Props) {
  const { t } = useTranslation()
  if (!advice.can.decide) return null
  const of = (act: 'accept' | 'snooze' | 'reject') =>
    t('nextActions.actOf', { act: t(`nextActions.${act}`), title: advice.title })
  return (
    <span className={classes.acts}>
      <Button
        size="compact-sm"
        leftSection={<IconCheck size={14} />}
        aria-label={of('accept')}
        onClick={() => onDecide(advice, { decision: 'ACCEPTED' })}
      >
        {t('nextActions.accept')}
      </Button>
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconClockPause size={14} />} aria-label={of('snooze')}>
            {t('nextActions.snooze')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {SNOOZES.map((days) => (
            <Menu.Item
              key={days}
              onClick={() =>
                onDecide(advice, {
                  decision: 'SNOOZED',
                  snoozed_until: dayjs().add(days, 'day').format('YYYY-MM-DD'),
                })
              }
            >
              {t('nextActions.snoozeDays', { count: days })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconX size={14} />}
        aria-label={of('reject')}
        onClick={() => onReject(advice)}
      >
        {t('nextActions.reject')}
      </Button>
    </span>
  )
}
