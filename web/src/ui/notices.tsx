import '@mantine/notifications/styles.layer.css'

import { Button } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconRefresh, IconUsers } from '@tabler/icons-react'
import i18next from 'i18next'
import { useEffect } from 'react'

import { isApiError } from '~/api/problem'
import { keepShell } from '~/lib/shell'

/** Where notices appear; fetched after the first page, which has none to show. */
export default function Notices() {
  useEffect(() => keepShell(showNewer), [])
  return <Notifications position="bottom-right" limit={3} />
}

export function showDone(message: string, undo?: () => void): void {
  const id = `done-${Date.now()}`
  notifications.show({
    id,
    icon: <IconCheck size={16} />,
    color: 'teal',
    autoClose: undo ? 8000 : 4000,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
    message: (
      <span style={{ display: 'flex', gap: 12, alignItems: 'center', justifyContent: 'space-between' }}>
        <span>{message}</span>
        {undo && (
          <Button
            variant="subtle"
            size="compact-sm"
            style={{ flexShrink: 0 }}
            onClick={() => {
              notifications.hide(id)
              undo()
            }}
          >
            {i18next.t('common.undo')}
          </Button>
        )}
      </span>
    ),
  })
}

/** A change waits for somebody else: calm, and long enough to be gone to. */
export function showProposed(message: string, action: string, open: () => void): void {
  const id = `proposed-${Date.now()}`
  notifications.show({
    id,
    color: 'blue',
    icon: <IconUsers size={16} />,
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
    message: (
      <span style={{ display: 'flex', gap: 12, alignItems: 'center', justifyContent: 'space-between' }}>
        <span>{message}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id)
            open()
          }}
        >
          {action}
        </Button>
      </span>
    ),
  })
}

/** A newer program is there: says so until it is loaded or put aside; a form with unsaved text asks before it goes. */
function showNewer(): void {
  notifications.show({
    id: 'newer',
    color: 'blue',
    icon: <IconRefresh size={16} />,
    autoClose: false,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
    message: (
      <span style={{ display: 'flex', gap: 12, alignItems: 'center', justifyContent: 'space-between' }}>
        <span>{i18next.t('common.newer')}</span>
        <Button variant="subtle" size="compact-sm" style={{ flexShrink: 0 }} onClick={() => window.location.reload()}>
          {i18next.t('common.reload')}
        </Button>
      </span>
    ),
  })
}

export function showProblem(error: unknown): void {
  // The sign-in page, which comes next, says that the session has ended.
  if (isApiError(error) && error.status === 401) return
  const title = isApiError(error) && error.status !== 0 ? error.title : i18next.t('common.unreachable')
  // What was refused for its fields says which; the sentence that it is so stands in the title already.
  const fields = isApiError(error) ? Object.values(error.fields).flat() : []
  const said = isApiError(error) ? [...(fields.length > 0 ? fields : [error.detail === error.title ? null : error.detail]), error.requestId] : []
  const detail = said.filter(Boolean).join(' · ')
  notifications.show({
    color: 'red',
    icon: <IconAlertTriangle size={16} />,
    title,
    message: detail || i18next.t('common.nothingChanged'),
    autoClose: 8000,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
  })
}
