import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { Conflict, type ConflictRow } from './Conflict'

export interface Stale {
  version: number
  again: (version: number) => void
  /** What stands now beside what was asked for, where the server told it. */
  rows?: readonly ConflictRow[]
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
  const close = () => setStale(null)
  const dialog = stale && (
    <Conflict
      title={t('common.staleTitle')}
      text={t(stale.rows?.length ? 'common.staleCompare' : 'common.staleText')}
      columns={{ seen: t('common.staleSeen'), now: t('common.staleNow'), mine: t('common.staleMine') }}
      rows={stale.rows}
      take={t('common.staleLook')}
      keep={t('common.staleAgain')}
      onTake={close}
      onKeep={() => {
        close()
        stale.again(stale.version)
      }}
      onClose={close}
    />
  )
  return { ask: setStale, dialog }
}
