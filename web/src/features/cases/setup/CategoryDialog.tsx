import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { fieldProblems, isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
import { categoriesQuery, type Category, setupKeys, unitNamesQuery } from './query'
import classes from './setup.module.css'

interface Props {
  category?: Category
  onClose: () => void
}

const NONE = '-'
const CODE = /^[A-Z][A-Z0-9_]{1,29}$/

/** A category: its names, who handles it, whether its content is shut off, and whether answers are reviewed. */
export function CategoryDialog({ category, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const stale = useStale()
  const units = useQuery(unitNamesQuery).data?.items ?? []
  const parents = (useQuery(categoriesQuery).data?.items ?? []).filter((each) => !each.parent && each.code !== category?.code)
  const form = useForm({
    initialValues: {
      code: category?.code ?? '',
      id: category?.names.id ?? '',
      en: category?.names.en ?? '',
      parent: category?.parent ?? NONE,
      unit_code: category?.unit?.code ?? NONE,
      default_sla_hours: category?.default_sla_hours ?? 72,
      position: category?.position ?? 0,
      is_sensitive: category?.is_sensitive ?? false,
      needs_review: category?.needs_review ?? false,
      is_active: category?.is_active ?? true,
    },
  })
  const save = useMutation({
    mutationFn: (version: number | undefined) => {
      const { code, id, en, parent, unit_code, ...rest } = form.values
      const body = { ...rest, names: { id: id.trim(), en: en.trim() || id.trim() }, parent: parent === NONE ? null : parent, unit_code: unit_code === NONE ? null : unit_code }
      return version
        ? unwrap(api.PUT('/api/v1/case-categories/{code}', { params: { path: { code } }, body: { ...body, version } }))
        : unwrap(api.POST('/api/v1/case-categories', { body: { ...body, code } }))
    },
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: setupKeys.categories })
      toastDone(t('levels.categorySaved', { name: saved.name }))
    },
    onError: (error) => {
      const now = standingVersion(error)
      const wrong = fieldProblems(error)
      if (now) {
        void client.invalidateQueries({ queryKey: setupKeys.categories })
        stale.ask({ version: now.version, again: save.mutate })
      } else if (isApiError(error) && error.code === 'category_exists') form.setFieldError('code', t('levels.codeTaken'))
      else if (Object.keys(wrong).length > 0) form.setErrors(Object.fromEntries(Object.entries(wrong).map(([name, message]) => [name.split('.').at(-1) ?? name, message])))
      else toastProblem(error)
    },
  })
  useEffect(() => {
    if (save.isSuccess) onClose()
  }, [save.isSuccess])
  const submit = form.onSubmit((values) => {
    if (!CODE.test(values.code)) return form.setFieldError('code', t('levels.codeWrong'))
    if (values.id.trim().length < 2) return form.setFieldError('id', t('common.required'))
    save.mutate(category?.version)
  })
  return (
    <>
      <FormDialog
        title={category ? t('levels.categoryChangeTitle', { name: category.name }) : t('levels.categoryMake')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.isSuccess}
        busy={save.isPending}
        covered={stale.dialog !== null}
        onSubmit={submit}
        onClose={onClose}
      >
        <div className={classes.pair}>
          <TextInput label={t('levels.nameId')} maxLength={80} data-autofocus {...form.getInputProps('id')} />
          <TextInput label={t('levels.nameEn')} placeholder={t('levels.sameName')} maxLength={80} {...form.getInputProps('en')} />
          {!category && (
            <TextInput
              label={t('levels.code')}
              maxLength={30}
              spellCheck={false}
              {...form.getInputProps('code')}
              onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]+/g, '_'))}
            />
          )}
          <Select label={t('levels.parent')} data={[{ value: NONE, label: t('common.none') }, ...parents.map((each) => ({ value: each.code, label: each.name }))]} {...form.getInputProps('parent')} />
          <Select
            label={t('levels.unit')}
            searchable
            data={[{ value: NONE, label: t('levels.noUnit') }, ...units.map((each) => ({ value: each.code, label: each.name }))]}
            {...form.getInputProps('unit_code')}
          />
          <NumberInput label={t('levels.startHours')} min={1} max={8760} hideControls {...form.getInputProps('default_sla_hours')} />
          <NumberInput label={t('levels.position')} min={0} max={999} hideControls {...form.getInputProps('position')} />
        </div>
        <Checkbox label={t('levels.sensitiveLabel')} description={t('levels.sensitiveText')} {...form.getInputProps('is_sensitive', { type: 'checkbox' })} />
        <Checkbox label={t('levels.reviewLabel')} description={t('levels.reviewText')} {...form.getInputProps('needs_review', { type: 'checkbox' })} />
        <Checkbox label={t('levels.activeLabel')} {...form.getInputProps('is_active', { type: 'checkbox' })} />
      </FormDialog>
      {stale.dialog}
    </>
  )
}
