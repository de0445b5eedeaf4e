import { Select, Textarea } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentsOptions } from '~/features/documents/public/query'
import { flatten } from '~/lib/keyset'
import { FormDialog } from '~/ui/FormDialog'
import type { Wanted } from '../acts/send'
import type { Case } from '../model'
import { caseOptionsQuery } from '../query'

interface Props {
  one: Case
  /** What the server refused, by field. */
  errors: Record<string, string>
  busy: boolean
  onSubmit: (wanted: Wanted<'extend'>) => void
  onClose: () => void
}

/** The server's least. */
const LEAST = 3

/** Asks for the one extension of the legal limit: why, and the paper that shows the customer was told. */
export function ExtensionDialog({ one, errors, busy, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const options = useQuery(caseOptionsQuery).data
  const all = flatten(useInfiniteQuery(documentsOptions({ subject_type: 'CASE', subject_id: one.id })).data)
  // The receipt of the complaint says nothing of an extension.
  const papers = all.filter((each) => each.kind !== 'COMPLAINT_RECEIPT')
  const [reason, setReason] = useState<string | null>(null)
  const [proof, setProof] = useState<string | null>(null)
  const [note, setNote] = useState('')
  return (
    <FormDialog
      title={t('cases.acts.extend')}
      text={t('cases.extendText')}
      action={t('cases.extendAsk')}
      dirty={(note !== '' || reason !== null || proof !== null) && !busy}
      busy={busy}
      blocked={!reason || !proof || note.trim().length < LEAST}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason && proof) onSubmit({ reason_code: reason, proof_document_id: proof, note: note.trim() } as Wanted<'extend'>)
      }}
      onClose={onClose}
    >
      <Select label={t('common.reason')} data={(options?.extension_reasons ?? []).map((each) => ({ value: each.key, label: each.name }))} value={reason} error={errors.reason_code} onChange={setReason} data-autofocus />
      <Select
        label={t('cases.proof')}
        description={papers.length === 0 ? t('cases.proofNone') : undefined}
        data={papers.map((each) => ({ value: each.id, label: each.title }))}
        value={proof}
        error={errors.proof_document_id}
        onChange={setProof}
      />
      <Textarea
        label={t('cases.noteLabel')}
        description={t('common.atLeast', { count: LEAST })}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        error={errors.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
