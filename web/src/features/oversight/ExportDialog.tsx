import { Button, Progress, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { count } from '~/lib/format'
import { span } from '~/lib/range'
import { Dialog } from '~/ui/Dialog'
import { Facts } from '~/ui/Facts'
import { Problem } from '~/ui/states'
import { download, type Downloaded, type ExportFormat } from './download'
import type { AuditFilters } from './query'

const FORMATS: readonly ExportFormat[] = ['csv', 'ndjson']

/** Takes what the filter selects out as a file: how much it is, how far it has come, and its fingerprint. */
export function ExportDialog({ filters, onClose }: { filters: AuditFilters; onClose: () => void }) {
  const { t } = useTranslation()
  const [form, setForm] = useState<ExportFormat>('csv')
  const [rows, setRows] = useState<number | null>(null)
  const [done, setDone] = useState<Downloaded | null>(null)
  const [error, setError] = useState<unknown>(null)
  const leaving = useRef(new AbortController())
  useEffect(() => () => leaving.current.abort(), [])
  const filter = Object.fromEntries(Object.entries({ ...filters, ...span(filters) }).filter(([, value]) => value))
  const preview = useQuery({
    queryKey: ['export-preview', filter],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/exports/preview', { body: { data_set: 'audit', filter }, signal })),
    retry: false,
    staleTime: 0,
  })
  const most = preview.data
  const busy = rows !== null && !done && !error

  const start = () => {
    leaving.current = new AbortController()
    const { signal } = leaving.current
    setError(null)
    setRows(0)
    download({ data_set: 'audit', format: form, filter }, signal, setRows).then(setDone, (cause: unknown) => {
      if (!signal.aborted) setError(cause)
    })
  }
  return (
    <Dialog opened onClose={onClose} title={t('oversight.export.title')}>
      {preview.isError && <Problem error={preview.error} onRetry={() => void preview.refetch()} />}
      {error !== null && <Problem error={error} onRetry={start} />}
      {done ? (
        <Facts
          facts={[
            [t('oversight.export.rows'), <span className="num">{count(done.rows)}</span>],
            [t('oversight.export.sha256'), <code style={{ fontSize: 12, overflowWrap: 'anywhere' }}>{done.sha256 ?? t('oversight.export.noHash')}</code>],
          ]}
        />
      ) : (
        !preview.isError &&
        error === null && (
          <>
            <p style={{ marginBottom: 12 }}>{!most ? t('oversight.export.counting') : most.capped ? t('oversight.export.tooMany', { most: count(most.rows_max) }) : t('oversight.export.text', { rows: count(most.rows) })}</p>
            <Radio.Group label={t('oversight.export.format')} value={form} onChange={(value) => setForm(value as ExportFormat)}>
              <div style={{ display: 'grid', gap: 8, marginTop: 6 }}>
                {FORMATS.map((each) => (
                  <Radio key={each} value={each} label={t(`oversight.export.formats.${each}`)} disabled={busy} />
                ))}
              </div>
            </Radio.Group>
            {busy && most && (
              <div style={{ marginTop: 16 }} role="status">
                <Progress value={most.rows > 0 ? Math.min(100, (100 * rows) / most.rows) : 100} aria-label={t('oversight.export.progressLabel')} />
                <p className="muted num">{t('oversight.export.progress', { rows: count(rows), all: count(most.rows) })}</p>
              </div>
            )}
          </>
        )
      )}
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
        <Button variant="default" onClick={onClose}>
          {done ? t('common.close') : t('common.cancel')}
        </Button>
        {!done && error === null && !preview.isError && (
          <Button onClick={start} loading={busy} disabled={!most || most.capped}>
            {t('oversight.export.start')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
