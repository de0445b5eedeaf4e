import '../texts/id/listViews'

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  IconDeviceFloppy,
  IconDots,
  IconHome,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { Confirm } from '~/ui/Confirm'
import { toastDone, toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import { ListViewDialog } from './ListViewDialog'
import {
  areSameFilters,
  chosenFilters,
  type ListFilters,
  type ListView,
  listViewsQuery,
} from './listViews'
import classes from './ListViews.module.css'

interface Props {
  /** The list as the server names it. */
  list: string
  filters: ListFilters
  onFilters: (filters: ListFilters) => void
}

const EVERYTHING = 'everything'

/** The saved views of a list as tabs; what differs from the open one is offered to be saved. */
export function ListViews({ list, filters, onFilters }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = listViewsQuery(list)
  const { data } = useQuery(query)
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const [removing, setRemoving] = useState(false)
  const items = data?.items ?? []
  const open = items.find((each) => each.id === filters.saved)
  const isChanged = !areSameFilters(filters, open?.filters ?? {})
  const show = (view: ListView | undefined) =>
    onFilters(view ? { ...view.filters, saved: view.id } : {})

  // A list that was opened without a choice starts with the view that its reader chose for that.
  const begun = useRef(false)
  useEffect(() => {
    if (!data || begun.current) return
    begun.current = true
    const first = data.items.find((each) => each.is_default)
    if (first && !filters.saved && areSameFilters(filters, {})) show(first)
  }, [data])

  const settled = {
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
    onError: toastProblem,
  }
  const update = useMutation({
    mutationFn: (view: ListView) =>
      unwrap(
        api.PUT('/api/v1/list-views/{view_id}', {
          params: { path: { view_id: view.id } },
          body: {
            name: view.name,
            shared: view.shared,
            pinned: view.pinned,
            is_default: view.is_default,
            version: view.version,
            filters: chosenFilters(filters),
          },
        }),
      ),
    onSuccess: () => toastDone(t('listViews.saved')),
    ...settled,
  })
  const mark = useMutation({
    mutationFn: ({ id, ...body }: { id: string; pinned: boolean; is_default: boolean }) =>
      unwrap(
        api.PUT('/api/v1/list-views/{view_id}/mark', { params: { path: { view_id: id } }, body }),
      ),
    ...settled,
  })
  const remove = useMutation({
    mutationFn: (view_id: string) =>
      unwrap(api.DELETE('/api/v1/list-views/{view_id}', { params: { path: { view_id } } })),
    onSuccess: () => {
      toastDone(t('listViews.removed'))
      setRemoving(false)
      show(undefined)
    },
    ...settled,
  })
  if (!data || (!items.length && !isChanged)) return null
  return (
    <div className={classes.views}>
      {items.length > 0 && (
        <Views
          label={t('listViews.label')}
          views={[
            { key: EVERYTHING, label: t('listViews.everything') },
            ...items.map((each) => ({ key: each.id, label: each.name })),
          ]}
          value={open?.id ?? EVERYTHING}
          onChange={(key) => show(items.find((each) => each.id === key))}
        />
      )}
      {isChanged && (
        <div className={classes.save} role="status">
          {open && (
            <>
              <span className="visually-hidden">
                {t('listViews.changed', { name: open.name })}
              </span>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => show(open)}
              >
                {t('listViews.reset')}
              </Button>
            </>
          )}
          {open?.can.update && (
            <Button
              size="compact-sm"
              variant="default"
              loading={update.isPending}
              onClick={() => update.mutate(open)}
            >
              {t('listViews.save')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setNaming('new')}>
            {t('listViews.keep')}
          </Button>
        </div>
      )}
      {open && (
        <Menu withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Tooltip label={t('listViews.menu')}>
              <ActionIcon aria-label={t('listViews.menu')}>
                <IconDots size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={open.pinned ? <IconPinnedOff size={15} /> : <IconPin size={15} />}
              onClick={() =>
                mark.mutate({ id: open.id, pinned: !open.pinned, is_default: open.is_default })
              }
            >
              {t(open.pinned ? 'listViews.unpin' : 'listViews.pin')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconHome size={15} />}
              onClick={() =>
                mark.mutate({ id: open.id, pinned: open.pinned, is_default: !open.is_default })
              }
            >
              {t(open.is_default ? 'listViews.undefault' : 'listViews.default')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconDeviceFloppy size={15} />}
              onClick={() => setNaming('new')}
            >
              {t('listViews.keep')}
            </Menu.Item>
            {open.can.update && (
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setNaming('rename')}>
                {t('listViews.rename')}
              </Menu.Item>
            )}
            {open.can.remove && (
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={15} />}
                onClick={() => setRemoving(true)}
              >
                {t('listViews.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {naming && (
        <ListViewDialog
          list={list}
          view={naming === 'rename' ? open : undefined}
          filters={naming === 'rename' ? (open?.filters ?? {}) : chosenFilters(filters)}
          canShare={data.can_share}
          onDone={(view) => {
            setNaming(null)
            if (naming === 'new') onFilters({ ...filters, saved: view.id })
          }}
          onClose={() => setNaming(null)}
        />
      )}
      {removing && open && (
        <Confirm
          opened
          danger
          title={t('listViews.removeTitle', { name: open.name })}
          action={t('listViews.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(open.id)}
          onClose={() => setRemoving(false)}
        >
          <p>{t(open.shared ? 'listViews.removeShared' : 'listViews.removeText')}</p>
        </Confirm>
      )}
    </div>
  )
}
