import { Button, Progress, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { download, type Downloaded, type ExportFormat } from '~/api/download'
import { unwrap } from '~/api/problem'
import { count } from '~/lib/format'
import { Dialog } from './Dialog'
import { Facts } from './Facts'
import { Problem } from './states'

const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv_excel', 'csv', 'ndjson']
const FOR_SPREADSHEETS: readonly ExportFormat[] = ['xlsx', 'csv_excel']

/** The form that somebody took last on this computer. */
const remembered = (who: string): ExportFormat => {
  try {
    return FORMATS.find((each) => each === localStorage.getItem(`simpul.export.${who}`)) ?? 'xlsx'
  } catch {
    return 'xlsx'
  }
}

const remember = (who: string, form: ExportFormat) => {
  try {
    localStorage.setItem(`simpul.export.${who}`, form)
  } catch {
    /* only a convenience */
  }
}

interface Props {
  dataSet: string
  filter: Record<string, unknown>
  title: string
  /** Whose choice of a form is remembered. */
  who: string
  /** The columns that are on the screen; without them the file has all. */
  columns?: readonly string[]
  /** What leaves, once it has been counted. */
  text: (rows: string) => string
  onClose: () => void
}

/** Takes what the filter selects of a data set out as a file: how much it is, how far it has come, and its fingerprint. */
export function ExportDialog({ dataSet, filter, title, who, columns, text, onClose }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState<ExportFormat>(() => remembered(who))
  const [shown, setShown] = useState(columns !== undefined)
  const [rows, setRows] = useState<number | null>(null)
  const [done, setDone] = useState<Downloaded | null>(null)
  const [error, setError] = useState<unknown>(null)
  const leaving = useRef(new AbortController())
  useEffect(() => () => leaving.current.abort(), [])
  const preview = useQuery({
    queryKey: ['export-preview', dataSet, filter],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/exports/preview', { body: { data_set: dataSet, filter }, signal })),
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
    remember(who, form)
    download({ data_set: dataSet, format: form, filter, columns: shown && columns ? columns : [] }, signal, setRows).then(setDone, (cause: unknown) => {
      if (!signal.aborted) setError(cause)
    })
  }
  return (
    <Dialog opened onClose={onClose} title={title}>
      {preview.isError && <Problem error={preview.error} onRetry={() => void preview.refetch()} />}
      {error !== null && <Problem error={error} onRetry={start} />}
      {done ? (
        <Facts
          facts={[
            done.rows === null
              ? [t('common.export.size'), <span className="num">{t('common.export.kilobytes', { size: count(Math.ceil(done.bytes / 1000)) })}</span>]
              : [t('common.export.rows'), <span className="num">{count(done.rows)}</span>],
            [t('common.export.sha256'), <code style={{ fontSize: 12, overflowWrap: 'anywhere' }}>{done.sha256 ?? t('common.export.noHash')}</code>],
          ]}
        />
      ) : (
        !preview.isError &&
        error === null && (
          <>
            <p style={{ marginBottom: 12 }}>{!most ? t('common.export.counting') : most.capped ? t('common.export.tooMany', { most: count(most.rows_max) }) : text(count(most.rows))}</p>
            <Radio.Group label={t('common.export.format')} value={form} onChange={(value) => setForm(value as ExportFormat)}>
              <div style={{ display: 'grid', gap: 8, marginTop: 6 }}>
                {FORMATS.map((each) => (
                  <Radio key={each} value={each} label={t(`common.export.formats.${each}`)} disabled={busy} />
                ))}
              </div>
            </Radio.Group>
            {most && FOR_SPREADSHEETS.includes(form) && <p className="muted" style={{ marginTop: 8 }}>{t('common.export.zone', { zone: most.time_zone })}</p>}
            {columns && (
              <Radio.Group label={t('common.export.columns')} value={shown ? 'shown' : 'all'} onChange={(value) => setShown(value === 'shown')} mt={16}>
                <div style={{ display: 'grid', gap: 8, marginTop: 6 }}>
                  <Radio value="shown" label={t('common.export.columnsShown')} disabled={busy} />
                  <Radio value="all" label={t('common.export.columnsAll')} disabled={busy} />
                </div>
              </Radio.Group>
            )}
            {busy && most && (
              <div style={{ marginTop: 16 }} role="status">
                <Progress animated={form === 'xlsx'} value={form === 'xlsx' ? 100 : most.rows > 0 ? Math.min(100, (100 * rows) / most.rows) : 100} aria-label={t('common.export.progressLabel')} />
                <p className="muted num">{form === 'xlsx' ? t('common.export.writing') : t('common.export.progress', { rows: count(rows), all: count(most.rows) })}</p>
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
            {t('common.export.start')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
