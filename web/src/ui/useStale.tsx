import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { Confirm } from './Confirm'

interface Stale {
  version: number
  again: (version: number) => void
}

/** The version that a refused change was told to be standing now; null for any other error. */
export function standingVersion(error: unknown): { current: unknown; version: number } | null {
  if (!isApiError(error) || error.code !== 'stale_version') return null
  const current = (error.body as { current?: { version?: unknown } } | null)?.current
  return typeof current?.version === 'number' ? { current, version: current.version } : null
}

/** Two people at one record: the newer state is shown first, and nothing is overwritten unless it is asked for. */
export function useStale() {
  const { t } = useTranslation()
  const [stale, setStale] = useState<Stale | null>(null)
  const dialog = stale && (
    <Confirm
      opened
      title={t('common.staleTitle')}
      action={t('common.staleAgain')}
      stay={t('common.staleLook')}
      onConfirm={() => {
        setStale(null)
        stale.again(stale.version)
      }}
      onClose={() => setStale(null)}
    >
      <p>{t('common.staleText')}</p>
    </Confirm>
  )
  return { ask: setStale, dialog }
}
