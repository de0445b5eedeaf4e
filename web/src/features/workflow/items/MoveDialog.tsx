import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import type { Required } from '../server'

export interface Given {
  reason: string
  fields: Record<string, unknown>
}

interface Props {
  title: string
  text?: string
  action: string
  /** What the move asks for; a roll-back asks for its reason only. */
  required: readonly Required[]
  busy: boolean
  error: unknown
  onSubmit: (given: Given) => void
  onClose: () => void
}

/** Asks for what a move needs before it is made. */
export function MoveDialog({ title, text, action, required: all, busy, error, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  // What the subject itself must have cannot be given here; the server says so if it is missing.
  const required = all.filter((each) => each.accepted)
  const [values, setValues] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState(false)
  const value = (field: string) => values[field] ?? ''
  const missing = ({ field, min_length: least }: Required) => value(field).trim().length < (least ?? 1)
  const refused = isApiError(error) ? error.fields : {}
  return (
    <FormDialog
      title={title}
      text={text}
      action={action}
      busy={busy}
      dirty={Object.values(values).some(Boolean) && !busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (required.some(missing)) return
        const { reason = '', ...fields } = values
        onSubmit({ reason: reason.trim(), fields })
      }}
    >
      {required.map((each, index) => {
        const problem = refused[each.field]?.[0] ?? (asked && missing(each) ? (each.min_length ? t('common.atLeast', { count: each.min_length }) : t('common.required')) : undefined)
        const common = { label: each.label, error: problem, withAsterisk: true, 'data-autofocus': index === 0 || undefined }
        const set = (next: string) => setValues({ ...values, [each.field]: next })
        if (each.choices.length > 0) return <Select key={each.field} {...common} data={each.choices.map(({ key, name }) => ({ value: key, label: name }))} value={value(each.field) || null} onChange={(next) => set(next ?? '')} />
        if (each.type === 'text') return <Textarea key={each.field} {...common} autosize minRows={2} maxLength={each.max_length ?? 500} value={value(each.field)} onChange={(event) => set(event.currentTarget.value)} />
        return <TextInput key={each.field} {...common} value={value(each.field)} onChange={(event) => set(event.currentTarget.value)} />
      })}
      {required.length === 0 && text === undefined && <p>{t('workflow.moveNothing')}</p>}
    </FormDialog>
  )
}
