import { Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Confirm } from '~/ui/Confirm'
import type { CaseRow } from '../model'
import { assigneesQuery, caseOptionsQuery } from '../query'
import type { Move, Wanted } from './send'

/** The moves that ask for a few words before they are made. */
export type AskedMove = 'escalate' | 'wait' | 'resume' | 'close' | 'reopen' | 'review' | 'decide_extension'

/** How many characters of explanation each takes at least; the others need none. */
const WORDS: Partial<Record<AskedMove, number>> = { escalate: 3, reopen: 10 }

interface Props {
  move: AskedMove
  of: CaseRow
  many: number
  /** Of a review or of an extension: approved or given back. */
  approve?: boolean
  /** What the server refused, by field. */
  errors?: Record<string, string>
  busy: boolean
  /** The comparison stands before it; what was typed waits behind. */
  covered: boolean
  onSubmit: (wanted: Wanted<Move>) => void
  onClose: () => void
}

/** Says what the step does before it is done, and asks what it needs. */
export function ActDialog({ move, of, many, approve, errors = {}, busy, covered, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const options = useQuery(caseOptionsQuery).data
  const people = useQuery({ ...assigneesQuery(of.id), enabled: move === 'escalate' }).data?.people ?? []
  const [note, setNote] = useState('')
  const [level, setLevel] = useState('2')
  const [user, setUser] = useState<string | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const refuses = approve === false
  const least = refuses ? 3 : (WORDS[move] ?? 0)
  const text = note.trim()
  const codes = move === 'wait' ? options?.pause_reasons.map((each) => ({ value: each.key, label: each.name })) : move === 'close' ? options?.resolutions.map((each) => ({ value: each.code, label: each.name })) : null
  const words = approve === undefined ? move : (`${move}_${approve ? 'yes' : 'no'}` as 'review_yes')
  const wanted = (): Wanted<Move> => {
    switch (move) {
      case 'escalate':
        return { level: Number(level), user_id: user, note: text } as Wanted<'escalate'>
      case 'wait':
        return { reason_code: code ?? '', note: text } as Wanted<'wait'>
      case 'resume':
        return { note: text } as Wanted<'resume'>
      case 'close':
        return { resolution_code: code ?? '' } as Wanted<'close'>
      case 'reopen':
        return { reason: text } as Wanted<'reopen'>
      case 'review':
        return { decision: approve ? 'APPROVE' : 'RETURN', note: text } as Wanted<'review'>
      case 'decide_extension':
        return { decision: approve ? 'APPROVE' : 'REFUSE', note: text } as Wanted<'decide_extension'>
    }
  }
  return (
    <Confirm
      opened={!covered}
      title={many > 1 ? t('cases.actMany', { act: t(`cases.acts.${move}`), count: many }) : t(`cases.asks.${words}.title`, { number: of.case_no })}
      action={t(`cases.asks.${words}.action`)}
      busy={busy}
      disabled={text.length < least || (codes !== null && !code)}
      onConfirm={() => onSubmit(wanted())}
      onClose={onClose}
    >
      <div style={{ display: 'grid', gap: 14 }}>
        <p className="muted">{t(`cases.asks.${words}.text`)}</p>
        {move === 'escalate' && (
          <>
            <Select
              label={t('cases.levelLabel')}
              data={([1, 2, 3] as const).map((each) => ({ value: String(each), label: t(`cases.levels.L${each}`) }))}
              value={level}
              error={errors.level}
              onChange={(value) => setLevel(value ?? '2')}
            />
            <Select
              label={t('cases.escalateTo')}
              placeholder={t('cases.escalateNobody')}
              clearable
              clearButtonProps={{ 'aria-label': t('cases.escalateNobody') }}
              searchable
              data={people.map((each) => ({ value: each.id, label: each.full_name }))}
              value={user}
              error={errors.user_id}
              onChange={setUser}
            />
          </>
        )}
        {codes !== null && <Select label={t(move === 'wait' ? 'cases.waitReason' : 'cases.resolution')} data={codes ?? []} value={code} error={errors.reason_code ?? errors.resolution_code} onChange={setCode} data-autofocus />}
        {move !== 'close' && (
          <Textarea
            label={t(move === 'reopen' ? 'common.reason' : 'cases.noteLabel')}
            description={least > 0 ? t('common.atLeast', { count: least }) : undefined}
            autosize
            minRows={2}
            maxLength={500}
            value={note}
            error={errors.note ?? errors.reason}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus={codes === null || undefined}
          />
        )}
      </div>
    </Confirm>
  )
}
