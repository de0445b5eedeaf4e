import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { unwrap } from '~/api/problem'
import { branchesQuery, useMe } from '~/features/iam/public/me'
import { dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { FormDialog } from '~/ui/FormDialog'
import { EndlessList } from '~/ui/Listing'
import { State } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { affectedQuery, type Breach, breachesOptions, renewProtection } from './protection'
import frame from '~/ui/List.module.css'

const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))
const DATA_KINDS = ['IDENTITY', 'CONTACT', 'FINANCIAL', 'CREDENTIAL', 'OTHER'] as const
type DataKind = (typeof DATA_KINDS)[number]
/** What a field for a local time holds of an instant. */
const localTime = (at: string | null) => (at ? new Date(new Date(at).getTime() - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : '')
const instant = (local: string) => (local ? new Date(local).toISOString() : null)

/** The register of breaches, each with its own 72 hours and whom it touched. */
export function Breaches() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const list = useInfiniteQuery(breachesOptions)
  const [making, setMaking] = useState(false)
  const [changing, setChanging] = useState<Breach | null>(null)
  const [shown, setShown] = useState<Breach | null>(null)
  const [exporting, setExporting] = useState<Breach | null>(null)
  const rows = flatten(list.data)
  const close = useMutation({
    mutationFn: (breach: Breach) => unwrap(api.POST('/api/v1/data-breaches/{breach_id}/close', { params: { path: { breach_id: breach.breach_id } } })),
    onSuccess: () => toastDone(t('protection.closed')),
    onError: toastProblem,
    onSettled: () => renewProtection(client),
  })
  return (
    <>
      <div style={{ margin: '8px 0 12px' }}>
        <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
          {t('protection.record')}
        </Button>
      </div>
      <EndlessList list={list} body={null} empty={rows.length === 0 && <State icon={<IconAlertTriangle />} title={t('protection.noBreaches')} />}>
        {rows.map((row) => (
          <li key={row.breach_id} className={frame.item} data-row={row.breach_id}>
            <div className={frame.status}>
              <Chip tone={row.status === 'CLOSED' ? 'success' : row.overdue ? 'critical' : 'warning'} icon={<IconAlertTriangle />}>
                {t(`protection.status.${row.status}`)}
              </Chip>
            </div>
            <div>
              <span className={frame.name}>{row.title}</span>
              <p>{row.description}</p>
              <p className={frame.who}>
                {t('protection.due', { discovered: dateTime(row.discovered_at), due: dateTime(row.due_at) })} {t('protection.affected', { count: row.affected_count ?? 0 })}
              </p>
            </div>
            <div className={frame.acts}>
              <Button variant="default" onClick={() => setShown(shown?.breach_id === row.breach_id ? null : row)}>
                {t('protection.who')}
              </Button>
              {row.can.update && (
                <Button variant="default" onClick={() => setChanging(row)}>
                  {t('protection.update')}
                </Button>
              )}
              {row.can.close && (
                <Button variant="default" loading={close.isPending} onClick={() => close.mutate(row)}>
                  {t('protection.close')}
                </Button>
              )}
            </div>
            {shown?.breach_id === row.breach_id && <Affected breach={row} onExport={() => setExporting(row)} />}
          </li>
        ))}
      </EndlessList>
      {making && <RecordDialog onClose={() => setMaking(false)} />}
      {changing && <UpdateDialog breach={changing} onClose={() => setChanging(null)} />}
      {exporting && (
        <Suspense>
          <ExportDialog dataSet="breach_customers" filter={{ breach_id: exporting.breach_id }} title={t('protection.exportTitle')} who={me.id} text={(found) => t('protection.exportText', { rows: found })} onClose={() => setExporting(null)} />
        </Suspense>
      )}
    </>
  )
}

/** The first of the persons affected, masked; looking at them is recorded. */
function Affected({ breach, onExport }: { breach: Breach; onExport: () => void }) {
  const { t } = useTranslation()
  const found = useQuery(affectedQuery(breach.breach_id))
  if (!found.data) return <p className="muted">{t('protection.counting')}</p>
  return (
    <div style={{ gridColumn: '1 / -1' }}>
      <p>
        {t('protection.affected', { count: found.data.count })} {found.data.items.map((each) => each.name).join(', ')}
      </p>
      <Button variant="default" mt={8} onClick={onExport}>
        {t('protection.export')}
      </Button>
    </div>
  )
}

function RecordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [key] = useState(intentKey)
  const branches = useQuery(branchesQuery).data?.items ?? []
  const [typed, setTyped] = useState({ title: '', description: '', discovered: localTime(new Date().toISOString()), began: '', ended: '', user: '', branch: null as string | null })
  const [kinds, setKinds] = useState<DataKind[]>([])
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const wrong = typed.title.trim().length < 3 || typed.description.trim().length < 10 || kinds.length === 0 || !typed.discovered || !typed.began || !typed.ended || (!typed.user.trim() && !typed.branch)
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/data-breaches', {
          headers: { 'Idempotency-Key': key },
          body: {
            title: typed.title.trim(),
            description: typed.description.trim(),
            data_kinds: kinds,
            discovered_at: instant(typed.discovered) ?? '',
            began_at: instant(typed.began) ?? '',
            ended_at: instant(typed.ended) ?? '',
            suspect_user_id: typed.user.trim() || null,
            branch_code: typed.branch,
          },
        }),
      ),
    onSuccess: () => {
      toastDone(t('protection.recorded'))
      onClose()
    },
    onError: toastProblem,
    onSettled: () => renewProtection(client),
  })
  return (
    <FormDialog
      title={t('protection.record')}
      text={t('protection.recordText')}
      action={t('common.save')}
      dirty={(typed.title !== '' || typed.description !== '' || kinds.length > 0) && !send.isSuccess}
      busy={send.isPending}
      size={600}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!wrong) send.mutate()
      }}
    >
      <TextInput label={t('protection.fields.title')} maxLength={200} data-autofocus value={typed.title} error={tried && typed.title.trim().length < 3 ? t('common.atLeast', { count: 3 }) : undefined} onChange={(event) => set({ title: event.currentTarget.value })} />
      <Textarea label={t('protection.fields.description')} autosize minRows={3} maxLength={4000} value={typed.description} error={tried && typed.description.trim().length < 10 ? t('common.atLeast', { count: 10 }) : undefined} onChange={(event) => set({ description: event.currentTarget.value })} />
      <MultiSelect label={t('protection.fields.kinds')} data={DATA_KINDS.map((value) => ({ value, label: t(`protection.kinds.${value}`) }))} value={kinds} error={tried && kinds.length === 0 ? t('common.required') : undefined} onChange={(value) => setKinds(value as DataKind[])} />
      <TextInput type="datetime-local" label={t('protection.fields.discovered')} value={typed.discovered} onChange={(event) => set({ discovered: event.currentTarget.value })} />
      <TextInput type="datetime-local" label={t('protection.fields.began')} value={typed.began} error={tried && !typed.began ? t('common.required') : undefined} onChange={(event) => set({ began: event.currentTarget.value })} />
      <TextInput type="datetime-local" label={t('protection.fields.ended')} value={typed.ended} error={tried && !typed.ended ? t('common.required') : undefined} onChange={(event) => set({ ended: event.currentTarget.value })} />
      <Select label={t('protection.fields.branch')} clearable searchable data={branches.map((each) => ({ value: each.code, label: each.name }))} value={typed.branch} onChange={(branch) => set({ branch })} />
      <TextInput label={t('protection.fields.user')} description={t('protection.userText')} maxLength={36} value={typed.user} error={tried && !typed.user.trim() && !typed.branch ? t('protection.userOrBranch') : undefined} onChange={(event) => set({ user: event.currentTarget.value })} />
    </FormDialog>
  )
}

function UpdateDialog({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const opened = { description: breach.description, handling: breach.handling, authority: localTime(breach.authority_told_at), persons: localTime(breach.persons_told_at) }
  const [typed, setTyped] = useState(opened)
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        api.PATCH('/api/v1/data-breaches/{breach_id}', {
          params: { path: { breach_id: breach.breach_id } },
          body: { version: breach.version, description: typed.description.trim(), handling: typed.handling.trim(), authority_told_at: instant(typed.authority), persons_told_at: instant(typed.persons) },
        }),
      ),
    onSuccess: () => {
      toastDone(t('protection.updated'))
      onClose()
    },
    onError: toastProblem,
    onSettled: () => renewProtection(client),
  })
  return (
    <FormDialog
      title={t('protection.update')}
      text={breach.title}
      action={t('common.save')}
      dirty={JSON.stringify(typed) !== JSON.stringify(opened) && !send.isSuccess}
      busy={send.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <Textarea label={t('protection.fields.description')} autosize minRows={3} maxLength={4000} value={typed.description} onChange={(event) => set({ description: event.currentTarget.value })} />
      <Textarea label={t('protection.fields.handling')} autosize minRows={3} maxLength={4000} value={typed.handling} onChange={(event) => set({ handling: event.currentTarget.value })} />
      <TextInput type="datetime-local" label={t('protection.fields.authority')} value={typed.authority} onChange={(event) => set({ authority: event.currentTarget.value })} />
      <TextInput type="datetime-local" label={t('protection.fields.persons')} value={typed.persons} onChange={(event) => set({ persons: event.currentTarget.value })} />
    </FormDialog>
  )
}
