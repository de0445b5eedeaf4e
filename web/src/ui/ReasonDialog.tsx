import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormDialog } from './FormDialog'

/** The server's least: the reason stands in the trail. */
const MIN_REASON = 10

interface Props {
  title: string
  text?: string
  action: string
  busy: boolean
  size?: number
  placeholder?: string
  maxLength?: number
  blocked?: boolean
  children?: ReactNode
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** Says what will happen and whether it can be undone, and asks why. */
export function ReasonDialog({ title, text, action, busy, size, placeholder, maxLength = 300, blocked, children, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const short = reason.trim().length < MIN_REASON
  return (
    <FormDialog
      title={title}
      text={text}
      action={action}
      busy={busy}
      size={size}
      blocked={blocked}
      dirty={reason !== '' && !busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!short && !blocked) onSubmit(reason.trim())
      }}
    >
      {children}
      <Textarea
        label={t('common.reason')}
        placeholder={placeholder ?? t('common.reasonPlaceholder')}
        autosize
        minRows={2}
        maxLength={maxLength}
        data-autofocus
        value={reason}
        error={asked && short ? t('common.atLeast', { count: MIN_REASON }) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
