import { Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import type { CaseView } from '../model'
import { caseViewsQuery } from '../query'
import { type CaseFilters, keptFilters } from './filters'

interface Props {
  /** The view that gets another name; a new one without it. */
  view?: CaseView
  filters: CaseFilters
  canShare: boolean
  onDone: (view: CaseView) => void
  onClose: () => void
}

/** Keeps the filters on the screen under a name, for oneself or for the colleagues of the branch. */
export function ViewDialog({ view, filters, canShare, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [wrong, setWrong] = useState('')
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), shared, pinned: view?.pinned ?? false, is_default: view?.is_default ?? false, filters: keptFilters(filters) }
      return view
        ? unwrap(api.PUT('/api/v1/case-views/{view_id}', { params: { path: { view_id: view.id } }, body: { ...body, version: view.version } }))
        : unwrap(api.POST('/api/v1/case-views', { body }))
    },
    onSuccess: () => {
      toastDone(t('cases.view.saved'))
      void client.invalidateQueries({ queryKey: caseViewsQuery.queryKey })
    },
    onError: (error) => (isApiError(error) && error.code === 'case_view_name_taken' ? setWrong(t('cases.view.taken')) : toastProblem(error)),
  })
  useEffect(() => {
    if (save.data) onDone(save.data)
  }, [save.data])
  return (
    <FormDialog
      title={t(view ? 'cases.view.rename' : 'cases.view.keep')}
      action={t('common.save')}
      dirty={(name !== (view?.name ?? '') || shared !== (view?.shared ?? false)) && !save.isSuccess}
      busy={save.isPending}
      blocked={!name.trim()}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) save.mutate()
      }}
      onClose={onClose}
    >
      <TextInput label={t('cases.view.name')} maxLength={60} data-autofocus value={name} error={wrong} onChange={(event) => setName(event.currentTarget.value)} />
      {canShare && <Checkbox label={t('cases.view.shared')} description={t('cases.view.sharedText')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />}
    </FormDialog>
  )
}
