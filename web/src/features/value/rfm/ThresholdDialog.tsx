import { Button, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { count } from '~/lib/format'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import type { Thresholds } from './model'
import { valueKeys } from './query'
import classes from './rfm.module.css'

type Part = 'recency_days' | 'frequency_count' | 'monetary_value'
const PARTS = [
  ['recency_days', 'rfm.daysField'],
  ['frequency_count', 'rfm.countField'],
  ['monetary_value', 'rfm.moneyField'],
] as const
const STEPS = [0, 1, 2, 3] as const

/** New bounds as the next version, with what they would move before anything is saved. */
export function ThresholdDialog({ thresholds, onClose }: { thresholds: Thresholds; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      recency_days: thresholds.recency_days as (number | string)[],
      frequency_count: thresholds.frequency_count as (number | string)[],
      monetary_value: thresholds.monetary_value.map(Number) as (number | string)[],
      note: '',
    },
  })
  const renew = () => void client.invalidateQueries({ queryKey: valueKeys.all })
  const body = () => ({
    recency_days: form.values.recency_days.map(Number),
    frequency_count: form.values.frequency_count.map(Number),
    monetary_value: form.values.monetary_value.map(Number),
  })
  const mark = (fields: Record<string, string>) => form.setErrors(fields)
  const fieldOf = (name: string) => {
    const part = PARTS.map(([key]) => key).find((key) => name.includes(key))
    const step = /\d/.exec(name.split(part ?? '-')[1] ?? '')?.[0] ?? '0'
    return part ? `${part}.${step}` : name
  }
  const save = useVersionedSave({
    send: (version) =>
      unwrap(
        api.PUT('/api/v1/value/rfm/thresholds', {
          body: { version: version ?? thresholds.version, note: form.values.note.trim(), ...body() },
        }),
      ),
    onSaved: (saved) => {
      renew()
      toastDone(t('rfm.saved', { version: saved.thresholds.version }))
    },
    onStale: renew,
    onRefused: mark,
    fieldOf,
  })
  const preview = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/value/rfm/thresholds/preview', { body: body() })),
    onError: toastProblem,
  })
  useMade(save.saved, onClose)
  const words = (value: number | null) => (value === null ? t('rfm.small') : count(value))
  return (
    <>
      <FormDialog
        title={t('rfm.edit')}
        text={t('rfm.editText')}
        action={t('rfm.save')}
        size={760}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={form.onSubmit(() => save.run(thresholds.version))}
        onClose={onClose}
      >
        <div className={classes.bounds}>
          {STEPS.flatMap((step) =>
            PARTS.map(([part, words]) => (
              <NumberInput
                key={`${part}${step}`}
                label={t(words, { score: 5 - step })}
                min={part === 'recency_days' ? 0 : 1}
                max={part === 'monetary_value' ? 9_999_999_999_999 : 1_000_000}
                allowDecimal={false}
                thousandSeparator="."
                decimalSeparator=","
                hideControls
                data-autofocus={(step === 0 && part === 'recency_days') || undefined}
                {...form.getInputProps(`${part as Part}.${step}`)}
              />
            )),
          )}
        </div>
        <TextInput label={t('rfm.note')} maxLength={500} {...form.getInputProps('note')} />
        <div className={classes.preview} aria-live="polite">
          <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('rfm.preview')}
          </Button>
          {preview.data && (
            <>
              <p>
                {t('rfm.moved', {
                  moved: words(preview.data.moved),
                  customers: count(preview.data.customers),
                })}
              </p>
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('rfm.segment')}</th>
                    <th scope="col">{t('rfm.before')}</th>
                    <th scope="col">{t('rfm.after')}</th>
                  </tr>
                </thead>
                <tbody>
                  {preview.data.segments.map((each) => (
                    <tr key={each.segment}>
                      <th scope="row">{each.segment_name}</th>
                      <td className="num">{words(each.before)}</td>
                      <td className="num">{words(each.after)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </div>
      </FormDialog>
      {save.dialog}
    </>
  )
}
