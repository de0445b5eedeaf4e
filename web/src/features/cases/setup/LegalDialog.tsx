import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { fieldProblems, unwrap } from '~/api/problem'
import { dayKey } from '~/lib/format'
import { keyOf } from '~/lib/keyOf'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { type LegalRules, setupKeys } from './query'
import classes from './setup.module.css'
import { useNames } from './useNames'

interface Props {
  /** The newest version of the set that is changed; a new set without it. */
  rules?: LegalRules
  onClose: () => void
}

const DAYS = ['verbal_days', 'written_days', 'extension_days', 'pause_cap_days'] as const

/** Limits of the law in working days, which take effect on a day; what held before stays in the history. */
export function LegalDialog({ rules, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const names = useNames()
  const language = i18n.language === 'en' ? 'en' : 'id'
  const form = useForm({
    initialValues: {
      id: rules?.titles.id ?? '',
      en: rules?.titles.en ?? '',
      source: rules?.source ?? '',
      calendar: rules?.calendar ?? '',
      verbal_days: rules?.verbal_days ?? 5,
      written_days: rules?.written_days ?? 10,
      extension_days: rules?.extension_days ?? 10,
      pause_cap_days: rules?.pause_cap_days ?? 0,
      effective_from: dayKey(new Date()) as string | null,
      note: '',
    },
  })
  const save = useMutation({
    mutationFn: ({ id, en, effective_from, ...rest }: typeof form.values) =>
      unwrap(
        api.POST('/api/v1/legal-rules', {
          body: { ...rest, key: rules?.key ?? keyOf(id), number: rules?.number ?? 0, title: { id: id.trim(), en: en.trim() || id.trim() }, effective_from: effective_from ?? '' },
        }),
      ),
    onSuccess: (all) => {
      client.setQueryData(setupKeys.legal, all)
      toastDone(t('levels.legalSaved'))
    },
    onError: (error) => {
      const wrong = fieldProblems(error)
      if (Object.keys(wrong).length > 0) form.setErrors(Object.fromEntries(Object.entries(wrong).map(([name, message]) => [name in form.values ? name : 'effective_from', message])))
      else toastProblem(error)
    },
  })
  useEffect(() => {
    if (save.isSuccess) onClose()
  }, [save.isSuccess])
  const submit = form.onSubmit((values) => {
    if (values.id.trim().length < 2) return form.setFieldError('id', t('common.required'))
    if (!values.calendar) return form.setFieldError('calendar', t('common.required'))
    save.mutate(values)
  })
  return (
    <FormDialog
      title={rules ? t('levels.legalChangeTitle', { title: rules.title }) : t('levels.legalMake')}
      text={t('levels.legalDialogText')}
      action={t('levels.publish')}
      dirty={form.isDirty() && !save.isSuccess}
      busy={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <TextInput label={t('levels.nameId')} maxLength={80} data-autofocus {...form.getInputProps('id')} />
        <TextInput label={t('levels.nameEn')} placeholder={t('levels.sameName')} maxLength={80} {...form.getInputProps('en')} />
        {DAYS.map((name) => (
          <NumberInput key={name} label={t(`levels.${name}`)} min={name === 'verbal_days' || name === 'written_days' ? 1 : 0} max={250} hideControls {...form.getInputProps(name)} />
        ))}
        <Select label={t('levels.calendar')} data={names.calendars.map((each) => ({ value: each.key, label: each.title[language] }))} {...form.getInputProps('calendar')} />
        <DayInput label={t('levels.effectiveFrom')} defaultLevel="month" maxDate={undefined} clearable={false} {...form.getInputProps('effective_from')} />
      </div>
      <TextInput label={t('levels.source')} maxLength={200} {...form.getInputProps('source')} />
      <Textarea label={t('levels.note')} rows={2} maxLength={500} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
