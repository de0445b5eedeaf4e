import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import i18next from 'i18next'

import { isApiError } from '~/api/problem'

/** Says that something was done, with the way back where there is one. */
export function toastDone(message: string, undo?: () => void): void {
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

/** Says what failed, that nothing was changed, and the request id to quote. */
export function toastProblem(error: unknown): void {
  const title = isApiError(error) && error.status !== 0 ? error.title : i18next.t('common.unreachable')
  const detail = isApiError(error) ? [error.detail, error.requestId].filter(Boolean).join(' · ') : ''
  notifications.show({
    color: 'red',
    icon: <IconAlertTriangle size={16} />,
    title,
    message: detail || i18next.t('common.nothingChanged'),
    autoClose: 8000,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
  })
}
