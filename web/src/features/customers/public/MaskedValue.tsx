import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Revealed } from '~/api/models'
import { useCountdown } from '~/lib/clock'
import { date } from '~/lib/format'
import { RevealDialog } from '../RevealDialog'
import classes from './MaskedValue.module.css'

interface Props {
  customerId: string
  /** What the server calls it: a column name or an identifier's id. */
  field: string
  label: string
  masked: string | null
  canReveal: boolean
  after?: ReactNode
}

/**
 * A masked value with an eye that asks for the reason.
 *
 * The clear value lives in this component's state only: no cache, no storage; it goes when its minute is over, when it is
 * hidden by hand, and when the component leaves the page.
 */
export function MaskedValue({ customerId, field, label, masked, canReveal, after }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<{ value: string; until: number } | null>(null)
  const left = useCountdown(shown?.until ?? null)
  useEffect(() => {
    if (!shown) return
    const hiding = setTimeout(() => setShown(null), Math.max(0, shown.until - Date.now()))
    return () => clearTimeout(hiding)
  }, [shown])

  const reveal = (answer: Revealed) => {
    setAsking(false)
    setShown({ value: answer.value, until: Date.now() + answer.hides_in_seconds * 1000 })
  }
  if (!masked) return <span className="muted">–</span>
  return (
    <span className={classes.line}>
      {shown ? (
        <span className={classes.clear}>
          <span className="num">{field === 'birth_date' ? date(shown.value) : shown.value}</span>
          <span className={classes.left} role="timer">
            {t('customers.revealLeft', { seconds: left })}
          </span>
        </span>
      ) : (
        <span className={classes.masked}>{masked}</span>
      )}
      {after}
      {shown ? (
        <ActionIcon size={22} aria-label={`${t('customers.revealHide')}: ${label}`} onClick={() => setShown(null)}>
          <IconEyeOff size={15} />
        </ActionIcon>
      ) : (
        canReveal && (
          <Tooltip label={t('customers.reveal', { field: label })}>
            <ActionIcon size={22} className={classes.eye} aria-label={t('customers.reveal', { field: label })} onClick={() => setAsking(true)}>
              <IconEye size={15} />
            </ActionIcon>
          </Tooltip>
        )
      )}
      {asking && <RevealDialog customerId={customerId} field={field} label={label} onRevealed={reveal} onClose={() => setAsking(false)} />}
    </span>
  )
}
