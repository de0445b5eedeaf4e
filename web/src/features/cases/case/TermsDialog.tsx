import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ReasonDialog } from '~/ui/ReasonDialog'
import type { Wanted } from '../acts/send'
import type { Case } from '../model'
import { caseOptionsQuery } from '../query'

interface Props {
  one: Case
  /** What the server refused, by field. */
  errors: Record<string, string>
  busy: boolean
  onSubmit: (wanted: Wanted<'reclassify'>) => void
  onClose: () => void
}

/** Another category, priority or way of complaining; what has been counted and waited is kept. */
export function TermsDialog({ one, errors, busy, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const options = useQuery(caseOptionsQuery).data
  const [category, setCategory] = useState(one.category?.code ?? null)
  const [priority, setPriority] = useState<string | null>(one.priority)
  const [kind, setKind] = useState<string | null>(one.kind)
  const changed = {
    ...(category !== one.category?.code && { category_code: category }),
    ...(priority !== one.priority && { priority }),
    ...(kind !== one.kind && { kind }),
  }
  return (
    <ReasonDialog
      title={t('cases.terms.title', { number: one.case_no })}
      text={t('cases.terms.text')}
      action={t('common.save')}
      busy={busy}
      blocked={Object.keys(changed).length === 0}
      onSubmit={(reason) => onSubmit({ ...changed, reason } as Wanted<'reclassify'>)}
      onClose={onClose}
    >
      <Select
        label={t('cases.fields.category')}
        searchable
        data={(options?.categories ?? []).map((each) => ({ value: each.code, label: each.name, disabled: !each.covered }))}
        value={category}
        error={errors.category_code}
        onChange={setCategory}
      />
      <Select label={t('cases.fields.priority')} data={(options?.priorities ?? []).map((each) => ({ value: each.key, label: each.name }))} value={priority} error={errors.priority} onChange={setPriority} />
      <Select label={t('cases.fields.kind')} data={(options?.kinds ?? []).map((each) => ({ value: each.key, label: each.name }))} value={kind} error={errors.kind} onChange={setKind} />
    </ReasonDialog>
  )
}
