import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Dialog } from './Dialog'

interface Props {
  opened: boolean
  title: string
  children: ReactNode
  action: string
  /** The word for leaving everything as it is, where "cancel" would not say it. */
  stay?: string
  danger?: boolean
  busy?: boolean
  disabled?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Says what will happen before it happens; Enter in the dialog confirms, Esc leaves everything as it was. */
export function Confirm({ opened, title, children, action, stay, danger, busy, disabled, onConfirm, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm()
        }}
      >
        {children}
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
          <Button variant="default" onClick={onClose} data-autofocus={danger || undefined}>
            {stay ?? t('common.cancel')}
          </Button>
          <Button type="submit" color={danger ? 'red' : undefined} loading={busy} disabled={disabled}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
