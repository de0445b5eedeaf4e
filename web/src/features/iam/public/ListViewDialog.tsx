import { Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { type ListView, listViewsQuery } from './listViews'

interface Props {
  list: string
  /** The view that is renamed; a new one without it. */
  view?: ListView
  filters: Record<string, string>
  canShare: boolean
  onDone: (view: ListView) => void
  onClose: () => void
}

/** Saves filters under a name, for oneself or for the colleagues of the branch. */
export function ListViewDialog({ list, view, filters, canShare, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [wrong, setWrong] = useState('')
  const save = useMutation({
    mutationFn: () => {
      const body = {
        name: name.trim(),
        shared,
        pinned: view?.pinned ?? false,
        is_default: view?.is_default ?? false,
        filters,
      }
      return view
        ? unwrap(
            api.PUT('/api/v1/list-views/{view_id}', {
              params: { path: { view_id: view.id } },
              body: { ...body, version: view.version },
            }),
          )
        : unwrap(api.POST('/api/v1/list-views', { body: { ...body, list_key: list } }))
    },
    onSuccess: () => {
      toastDone(t('listViews.saved'))
      void client.invalidateQueries({ queryKey: listViewsQuery(list).queryKey })
    },
    onError: (error) =>
      isApiError(error) && error.code === 'list_view_name_taken'
        ? setWrong(t('listViews.taken'))
        : toastProblem(error),
  })
  // Once the form counts as saved: before, leaving it would be asked about.
  useEffect(() => {
    if (save.data) onDone(save.data)
  }, [save.data])
  return (
    <FormDialog
      title={t(view ? 'listViews.rename' : 'listViews.keep')}
      action={t('common.save')}
      dirty={
        (name !== (view?.name ?? '') || shared !== (view?.shared ?? false)) && !save.isSuccess
      }
      busy={save.isPending}
      blocked={!name.trim()}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) save.mutate()
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('listViews.name')}
        maxLength={60}
        data-autofocus
        value={name}
        error={wrong}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setWrong('')
        }}
      />
      {canShare && (
        <Checkbox
          label={t('listViews.shared')}
          description={t('listViews.sharedText')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  )
}
