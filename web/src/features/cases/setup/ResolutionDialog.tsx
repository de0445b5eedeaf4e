import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
import { type Resolution, setupKeys } from './query'
import classes from './setup.module.css'

interface Props {
  resolution?: Resolution
  onClose: () => void
}

const CODE = /^[A-Z][A-Z0-9_]{1,29}$/

/** A code with which cases are closed. */
export function ResolutionDialog({ resolution, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const stale = useStale()
  const form = useForm({
    initialValues: {
      code: resolution?.code ?? '',
      id: resolution?.names.id ?? '',
      en: resolution?.names.en ?? '',
      position: resolution?.position ?? 0,
      is_active: resolution?.is_active ?? true,
    },
  })
  const save = useMutation({
    mutationFn: (version: number | undefined) => {
      const { code, id, en, ...rest } = form.values
      const body = { ...rest, names: { id: id.trim(), en: en.trim() || id.trim() } }
      return version
        ? unwrap(api.PUT('/api/v1/case-resolutions/{code}', { params: { path: { code } }, body: { ...body, version } }))
        : unwrap(api.POST('/api/v1/case-resolutions', { body: { ...body, code } }))
    },
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: setupKeys.resolutions })
      toastDone(t('levels.categorySaved', { name: saved.name }))
    },
    onError: (error) => {
      const now = standingVersion(error)
      if (now) {
        void client.invalidateQueries({ queryKey: setupKeys.resolutions })
        stale.ask({ version: now.version, again: save.mutate })
      } else if (isApiError(error) && error.code === 'resolution_exists') form.setFieldError('code', t('levels.codeTaken'))
      else toastProblem(error)
    },
  })
  useEffect(() => {
    if (save.isSuccess) onClose()
  }, [save.isSuccess])
  const submit = form.onSubmit((values) => {
    if (!CODE.test(values.code)) return form.setFieldError('code', t('levels.codeWrong'))
    if (values.id.trim().length < 2) return form.setFieldError('id', t('common.required'))
    save.mutate(resolution?.version)
  })
  return (
    <>
      <FormDialog
        title={resolution ? t('levels.categoryChangeTitle', { name: resolution.name }) : t('levels.resolutionMake')}
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
          {!resolution && (
            <TextInput
              label={t('levels.code')}
              maxLength={30}
              spellCheck={false}
              {...form.getInputProps('code')}
              onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]+/g, '_'))}
            />
          )}
          <NumberInput label={t('levels.position')} min={0} max={999} hideControls {...form.getInputProps('position')} />
        </div>
        <Checkbox label={t('levels.resolutionActive')} {...form.getInputProps('is_active', { type: 'checkbox' })} />
      </FormDialog>
      {stale.dialog}
    </>
  )
}
