import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconDeviceFloppy, IconDots, IconHome, IconPencil, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { Confirm } from '~/ui/Confirm'
import { toastDone, toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import type { CaseView } from '../model'
import { caseViewsQuery } from '../query'
import { type CaseFilters, keptFilters, sameFilters } from './filters'
import { ViewDialog } from './ViewDialog'
import type { useViews } from './views'
import classes from './queue.module.css'

interface Props {
  filters: CaseFilters
  known: ReturnType<typeof useViews>
  onFilters: (filters: CaseFilters) => void
}

/** The views as tabs; what differs from the one that is open is offered to be kept. */
export function QueueViews({ filters, known, onFilters }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { views, open, canShare } = known
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const [removing, setRemoving] = useState(false)
  const changed = !sameFilters(filters, open.filters) && !filters.q
  const saved = open.saved
  const settled = { onSettled: () => client.invalidateQueries({ queryKey: caseViewsQuery.queryKey }), onError: toastProblem }
  const show = (key: string) => onFilters({ ...views.find((each) => each.key === key)?.filters, view: key })
  const update = useMutation({
    mutationFn: (view: CaseView) =>
      unwrap(
        api.PUT('/api/v1/case-views/{view_id}', {
          params: { path: { view_id: view.id } },
          body: { name: view.name, shared: view.shared, pinned: view.pinned, is_default: view.is_default, version: view.version, filters: keptFilters(filters) },
        }),
      ),
    onSuccess: () => toastDone(t('cases.view.saved')),
    ...settled,
  })
  const mark = useMutation({
    mutationFn: ({ id, ...body }: { id: string; pinned: boolean; is_default: boolean }) => unwrap(api.PUT('/api/v1/case-views/{view_id}/mark', { params: { path: { view_id: id } }, body })),
    ...settled,
  })
  const remove = useMutation({
    mutationFn: (view_id: string) => unwrap(api.DELETE('/api/v1/case-views/{view_id}', { params: { path: { view_id } } })),
    onSuccess: () => {
      toastDone(t('cases.view.removed'))
      setRemoving(false)
      onFilters({})
    },
    ...settled,
  })
  return (
    <>
      <div className={classes.views}>
        <Views label={t('cases.view.label')} views={views.map(({ key, label }) => ({ key, label }))} value={open.key} onChange={show} />
        {changed && (
          <div className={classes.save} role="status">
            <span className="visually-hidden">{t('cases.view.changed', { name: open.label })}</span>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onFilters({ ...open.filters, view: open.key })}>
              {t('cases.view.reset')}
            </Button>
            {saved?.mine && (
              <Button size="compact-sm" variant="default" loading={update.isPending} onClick={() => update.mutate(saved)}>
                {t('cases.view.save')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => setNaming('new')}>
              {t('cases.view.keep')}
            </Button>
          </div>
        )}
        <Menu withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Tooltip label={t('cases.view.menu')}>
              <ActionIcon aria-label={t('cases.view.menu')}>
                <IconDots size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={() => setNaming('new')}>
              {t('cases.view.keep')}
            </Menu.Item>
            {saved && (
              <>
                <Menu.Item
                  leftSection={saved.pinned ? <IconPinnedOff size={15} /> : <IconPin size={15} />}
                  onClick={() => mark.mutate({ id: saved.id, pinned: !saved.pinned, is_default: saved.is_default })}
                >
                  {t(saved.pinned ? 'cases.view.unpin' : 'cases.view.pin')}
                </Menu.Item>
                <Menu.Item leftSection={<IconHome size={15} />} onClick={() => mark.mutate({ id: saved.id, pinned: saved.pinned, is_default: !saved.is_default })}>
                  {t(saved.is_default ? 'cases.view.undefault' : 'cases.view.default')}
                </Menu.Item>
              </>
            )}
            {saved?.mine && (
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setNaming('rename')}>
                {t('cases.view.rename')}
              </Menu.Item>
            )}
            {saved?.can.remove && (
              <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => setRemoving(true)}>
                {t('cases.view.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {naming && (
        <ViewDialog
          view={naming === 'rename' ? saved : undefined}
          filters={naming === 'rename' ? open.filters : filters}
          canShare={canShare}
          onDone={(view) => {
            setNaming(null)
            onFilters({ ...filters, view: view.id })
          }}
          onClose={() => setNaming(null)}
        />
      )}
      {removing && saved && (
        <Confirm opened danger title={t('cases.view.removeTitle', { name: saved.name })} action={t('cases.view.remove')} busy={remove.isPending} onConfirm={() => remove.mutate(saved.id)} onClose={() => setRemoving(false)}>
          <p>{t(saved.shared ? 'cases.view.removeShared' : 'cases.view.removeText')}</p>
        </Confirm>
      )}
    </>
  )
}
