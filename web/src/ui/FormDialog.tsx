import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { pageIsCovered, useLeaveBlocker } from '~/lib/unsaved'
import { Confirm } from './Confirm'
import { Dialog } from './Dialog'
import { UNREADABLE } from './unreadable'

interface Props {
  title: string
  text?: string
  action: string
  dirty: boolean
  busy: boolean
  /** Something on the form says why it cannot be submitted yet. */
  blocked?: boolean
  size?: number
  /** Another dialog lies over this one and owns Escape. */
  covered?: boolean
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onClose: () => void
  children: ReactNode
}

/** A form in a dialog that never loses what was typed: leaving it, by any way, asks first. Ctrl+Enter submits. */
export function FormDialog({ title, text, action, dirty, busy, blocked: held, size = 520, covered, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const blocker = useLeaveBlocker(dirty)
  const blocked = blocker.status === 'blocked'
  const close = () => {
    if (covered || asking || blocked || pageIsCovered()) return
    if (dirty) setAsking(true)
    else onClose()
  }
  return (
    <>
      <Dialog opened onClose={close} title={title} size={size}>
        <form
          noValidate
          onSubmit={(event) => {
            const form = event.currentTarget
            const unreadable = form.querySelector<HTMLElement>(`[${UNREADABLE}]`)
            if (unreadable) {
              event.preventDefault()
              // It says on being left what is wrong with it.
              unreadable.focus()
              unreadable.blur()
              return
            }
            onSubmit(event)
            // What was marked first is where to go on.
            requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
          }}
        >
          {text && (
            <p className="muted" style={{ marginBottom: 16 }}>
              {text}
            </p>
          )}
          <div style={{ display: 'grid', gap: 14 }}>{children}</div>
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={held}>
              {action}
            </Button>
          </div>
        </form>
      </Dialog>
      {/* Mounted only now: a dialog that waits unopened would take the Escape that opened it as its own. */}
      {(asking || blocked) && (
        <Confirm
          opened
          title={t('common.unsavedTitle')}
          action={t('common.unsavedLeave')}
          stay={t('common.unsavedStay')}
          danger
          onConfirm={() => {
            setAsking(false)
            onClose()
            blocker.proceed?.()
          }}
          onClose={() => {
            setAsking(false)
            blocker.reset?.()
          }}
        >
          <p>{t('common.unsavedText')}</p>
        </Confirm>
      )}
    </>
  )
}
