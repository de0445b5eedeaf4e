import { NumberInput, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormDialog } from '~/ui/FormDialog'
import type { Case, CaseStep } from '../model'
import { caseOptionsQuery } from '../query'
import type { Wanted } from './send'

interface Props {
  step: CaseStep
  of: Case
  /** What the server refused, by field. */
  errors: Record<string, string>
  busy: boolean
  /** The comparison stands before it; what was typed waits behind. */
  covered: boolean
  onSubmit: (wanted: Wanted<'move'>) => void
  onClose: () => void
}

/** Asks for what a step of the organisation's own needs, as its workflow says. */
export function StepDialog({ step, of, errors, busy, covered, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const resolutions = useQuery(caseOptionsQuery).data?.resolutions ?? []
  const [values, setValues] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState(false)
  const value = (field: string) => values[field] ?? ''
  const short = ({ field, min_length: least }: CaseStep['required'][number]) => value(field).trim().length < (least ?? 1)
  return (
    <FormDialog
      title={`${step.title}: ${of.case_no}`}
      action={step.title}
      busy={busy}
      covered={covered}
      dirty={Object.values(values).some(Boolean) && !busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (step.required.some(short)) return
        const given = Object.fromEntries(step.required.map(({ field, type }) => [field, type === 'integer' ? Number(value(field)) : value(field).trim()]))
        const { reason = '', ...fields } = given
        onSubmit({ transition: step.transition, reason: String(reason), fields })
      }}
    >
      {step.required.map((each, index) => {
        const least = each.min_length ? t('common.atLeast', { count: each.min_length }) : t('common.required')
        const common = { label: each.label, error: errors[each.field] ?? (asked && short(each) ? least : undefined), withAsterisk: true, 'data-autofocus': index === 0 || undefined }
        const set = (next: string) => setValues({ ...values, [each.field]: next })
        const choices = each.field === 'resolution_code' ? resolutions.map(({ code, name }) => ({ value: code, label: name })) : each.choices.map(({ key, name }) => ({ value: key, label: name }))
        if (choices.length > 0) return <Select key={each.field} {...common} data={choices} value={value(each.field) || null} onChange={(next) => set(next ?? '')} />
        if (each.type === 'integer') return <NumberInput key={each.field} {...common} value={value(each.field)} onChange={(next) => set(String(next))} />
        return <Textarea key={each.field} {...common} autosize minRows={2} maxLength={each.max_length ?? 500} value={value(each.field)} onChange={(event) => set(event.currentTarget.value)} />
      })}
    </FormDialog>
  )
}
