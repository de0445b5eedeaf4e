import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { IconPlus, IconReportAnalytics } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { unwrap } from '~/api/problem'
import { date } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { EndlessList } from '~/ui/Listing'
import { State } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { type Assessment, assessmentsOptions, PROCESSING, type Processing, renewProtection } from './protection'
import frame from '~/ui/List.module.css'

const TEXTS = ['purpose', 'data_used', 'risk', 'measures'] as const
const LEAST = 10

/** Assessments of impact: what is processed, at what risk, and whether one is in force. */
export function Assessments() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(assessmentsOptions)
  const [writing, setWriting] = useState<Assessment | 'new' | null>(null)
  const [deciding, setDeciding] = useState<Assessment | null>(null)
  const rows = flatten(list.data)
  return (
    <>
      <div style={{ margin: '8px 0 12px' }}>
        <Button leftSection={<IconPlus size={15} />} onClick={() => setWriting('new')}>
          {t('protection.write')}
        </Button>
      </div>
      <EndlessList list={list} body={null} empty={rows.length === 0 && <State icon={<IconReportAnalytics />} title={t('protection.noAssessments')} />}>
        {rows.map((row) => (
          <li key={row.assessment_id} className={frame.item} data-row={row.assessment_id}>
            <div className={frame.status}>
              <Chip tone={row.in_force ? 'success' : row.status === 'DRAFT' ? 'warning' : 'neutral'} icon={<IconReportAnalytics />}>
                {t(row.in_force ? 'protection.inForce' : `protection.decided.${row.status}`)}
              </Chip>
            </div>
            <div>
              <span className={frame.name}>{row.title}</span>
              <p>
                {row.kind_name}. {row.purpose}
              </p>
              <p className={frame.who}>
                {row.created_by?.full_name}, {t('protection.reviewOn', { day: date(row.review_on) })}
                {row.decided_by && ` ${t('protection.decidedBy', { name: row.decided_by.full_name })}`}
              </p>
            </div>
            <div className={frame.acts}>
              {row.can.update && (
                <Button variant="default" onClick={() => setWriting(row)}>
                  {t('protection.update')}
                </Button>
              )}
              {row.can.decide && <Button onClick={() => setDeciding(row)}>{t('protection.decide')}</Button>}
            </div>
          </li>
        ))}
      </EndlessList>
      {writing && <WriteDialog assessment={writing === 'new' ? null : writing} onClose={() => setWriting(null)} />}
      {deciding && <DecideDialog assessment={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

function WriteDialog({ assessment, onClose }: { assessment: Assessment | null; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [key] = useState(intentKey)
  const opened = {
    kind: assessment?.kind ?? ('SEGMENTATION' as Processing),
    title: assessment?.title ?? '',
    purpose: assessment?.purpose ?? '',
    data_used: assessment?.data_used ?? '',
    risk: assessment?.risk ?? '',
    measures: assessment?.measures ?? '',
    review_on: assessment?.review_on ?? null,
  }
  const [typed, setTyped] = useState(opened)
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const short = (name: (typeof TEXTS)[number]) => typed[name].trim().length < LEAST
  const wrong = typed.title.trim().length < 3 || TEXTS.some(short) || !typed.review_on
  const send = useMutation({
    mutationFn: () => {
      const body = { ...typed, review_on: typed.review_on ?? '' }
      if (assessment) return unwrap(api.PATCH('/api/v1/impact-assessments/{assessment_id}', { params: { path: { assessment_id: assessment.assessment_id } }, body: { ...body, version: assessment.version } }))
      return unwrap(api.POST('/api/v1/impact-assessments', { headers: { 'Idempotency-Key': key }, body }))
    },
    onSuccess: () => {
      toastDone(t('protection.written'))
      onClose()
    },
    onError: toastProblem,
    onSettled: () => renewProtection(client),
  })
  return (
    <FormDialog
      title={t('protection.write')}
      text={t('protection.writeText')}
      action={t('common.save')}
      dirty={JSON.stringify(typed) !== JSON.stringify(opened) && !send.isSuccess}
      busy={send.isPending}
      size={600}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!wrong) send.mutate()
      }}
    >
      <Select label={t('protection.fields.processing')} data={PROCESSING.map((value) => ({ value, label: t(`protection.processing.${value}`) }))} value={typed.kind} allowDeselect={false} onChange={(kind) => set({ kind: kind as Processing })} />
      <TextInput label={t('protection.fields.title')} maxLength={200} value={typed.title} error={tried && typed.title.trim().length < 3 ? t('common.atLeast', { count: 3 }) : undefined} onChange={(event) => set({ title: event.currentTarget.value })} />
      {TEXTS.map((name) => (
        <Textarea key={name} label={t(`protection.fields.${name}`)} autosize minRows={2} maxRows={8} maxLength={4000} value={typed[name]} error={tried && short(name) ? t('common.atLeast', { count: LEAST }) : undefined} onChange={(event) => set({ [name]: event.currentTarget.value })} />
      ))}
      <DayInput label={t('protection.fields.review')} defaultLevel="month" maxDate={undefined} value={typed.review_on} error={tried && !typed.review_on ? t('common.required') : undefined} onChange={(day) => set({ review_on: day })} />
    </FormDialog>
  )
}

function DecideDialog({ assessment, onClose }: { assessment: Assessment; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [choice, setChoice] = useState<string | null>('yes')
  const [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/impact-assessments/{assessment_id}/decide', { params: { path: { assessment_id: assessment.assessment_id } }, body: { approved: choice === 'yes', note: note.trim() } })),
    onSuccess: () => {
      toastDone(t('protection.decisionSaved'))
      onClose()
    },
    onError: toastProblem,
    onSettled: () => renewProtection(client),
  })
  return (
    <FormDialog
      title={t('protection.decide')}
      text={t('protection.decideText')}
      action={t('common.save')}
      dirty={note !== '' && !send.isSuccess}
      busy={send.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      {TEXTS.map((name) => (
        <p key={name} style={{ whiteSpace: 'pre-line' }}>
          <strong>{t(`protection.fields.${name}`)}:</strong> {assessment[name]}
        </p>
      ))}
      <Select label={t('protection.fields.decision')} data={[{ value: 'yes', label: t('protection.approve') }, { value: 'no', label: t('protection.reject') }]} value={choice} allowDeselect={false} onChange={setChoice} />
      <Textarea label={t('protection.fields.note')} autosize minRows={2} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </FormDialog>
  )
}
