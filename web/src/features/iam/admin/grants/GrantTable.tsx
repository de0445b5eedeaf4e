import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconArrowBackUp, IconArrowForwardUp, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { dialogIsOpen, isTyping, useCommands } from '~/lib/commands'
import { useLeaveBlocker } from '~/lib/unsaved'
import { Confirm } from '~/ui/Confirm'
import { FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { useProposed } from '~/ui/Proposal'
import { Ago } from '~/ui/Time'
import { toastProblem } from '~/ui/toast'
import { adminKeys, grantsQuery } from '../query'
import type { Grants } from '../types'
import { CellPanel } from './CellPanel'
import { Matrix } from './Matrix'
import { rebased, withChanges } from './model'
import { SaveDialog } from './SaveDialog'
import { usePending } from './usePending'
import admin from '../Admin.module.css'
import classes from './Matrix.module.css'

export interface GrantFilters {
  tab?: string
  role?: string
  group?: string
  cell?: string
}

interface Props {
  grants: Grants
  filters: GrantFilters
  phone: boolean
  onFilters: (filters: GrantFilters) => void
}

const aside = (target: EventTarget | null) => !isTyping(target) && !dialogIsOpen()

/** The table with its filters, its open cell, and the way of its changes to the server. */
export function GrantTable({ grants, filters, phone, onFilters }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const edit = usePending()
  const [saving, setSaving] = useState(false)
  const changes = [...edit.pending.values()]
  const dirty = changes.length > 0
  const blocker = useLeaveBlocker(dirty, { samePage: true })
  // A phone shows one role at a time.
  const role = filters.role ?? (phone ? grants.roles[0]?.key : undefined)
  const roles = grants.roles.filter((each) => !role || each.key === role)
  const resources = grants.resources.filter((each) => !filters.group || each.group === filters.group)
  const [openRole = '', openResource = ''] = (filters.cell ?? '').split('.')
  const cell = { role: grants.roles.find((each) => each.key === openRole), resource: grants.resources.find((each) => each.key === openResource) }

  const save = useMutation({
    mutationFn: (reason: string) => unwrap(api.PUT('/api/v1/grants', { body: { version: grants.version, changes, reason } })),
    onSuccess: (answer) => {
      proposed(answer)
      edit.restart()
      setSaving(false)
      void client.invalidateQueries({ queryKey: adminKeys.grants })
    },
    onError: async (error) => {
      setSaving(false)
      toastProblem(error)
      if (isApiError(error) && error.code === 'stale_version') await renew()
    },
  })
  /** The table as it stands now, with what was changed on this screen on top of it. */
  const renew = async () => {
    setSaving(false)
    try {
      const next = await client.fetchQuery({ ...grantsQuery, staleTime: 0 })
      edit.restart(rebased(edit.pending, next.resources))
    } catch (error) {
      toastProblem(error)
    }
  }
  const toShipped = useMutation({
    mutationFn: () => unwrap(api.GET('/api/v1/grants/shipped', { params: { query: { role } } })),
    onSuccess: ({ changes: back }) => edit.change(withChanges(edit.pending, grants.resources, back)),
    onError: toastProblem,
  })
  const editable = grants.can.save
  useCommands([
    { id: 'grants.undo', group: 'record', label: t('common.undo'), keys: 'mod+z', hidden: !editable, available: aside, run: edit.undo },
    { id: 'grants.redo', group: 'record', label: t('admin.redo'), keys: 'mod+shift+z', hidden: !editable, available: aside, run: edit.redo },
    { id: 'grants.save', group: 'record', label: t('admin.grantsReview'), keys: 'mod+s', hidden: !editable, run: () => dirty && setSaving(true) },
    { id: 'grants.shipped', group: 'record', label: t('admin.toShipped'), hidden: !editable, run: () => toShipped.mutate() },
  ])
  return (
    <>
      <div className={admin.bar}>
        <Pills>
          <FilterMenu label={t('admin.role')} value={role} options={grants.roles.map((each) => ({ value: each.key, label: each.name }))} onChange={(next) => onFilters({ ...filters, role: next, cell: undefined })} />
          <FilterMenu label={t('admin.area')} value={filters.group} options={grants.groups.map((each) => ({ value: each.key, label: each.name }))} onChange={(group) => onFilters({ ...filters, group })} />
        </Pills>
        <span className="muted" style={{ marginLeft: 'auto' }}>
          {grants.changed_at && grants.changed_by ? (
            <>
              {t('admin.grantsChangedBy', { name: grants.changed_by.full_name })} <Ago at={grants.changed_at} />
            </>
          ) : (
            t('admin.grantsShipped')
          )}
          {grants.differs_from_shipped > 0 && ` · ${t('admin.grantsDiffer', { count: grants.differs_from_shipped })}`}
        </span>
        {editable && (
          <Menu width={280}>
            <Menu.Target>
              <Button variant="default" leftSection={<IconRestore size={15} />}>
                {t('admin.shippedTable')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => toShipped.mutate()}>{role ? t('admin.toShippedRole', { name: roles[0]?.name }) : t('admin.toShipped')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <Matrix grants={grants} roles={roles} resources={resources} pending={edit.pending} open={filters.cell} onOpen={(next) => onFilters({ ...filters, cell: next })} />
      <p className={classes.legend}>
        <span>
          <b>*</b> {t('admin.byName')}
        </span>
        <span>
          <span className={classes.dot} />
          {t('admin.differsHere')}
        </span>
      </p>
      {(dirty || edit.canUndo || edit.canRedo) && (
        <div className={classes.save} role="region" aria-label={t('admin.changes')}>
          <strong className="num">{t('admin.changesOnScreen', { count: changes.length })}</strong>
          <Tooltip label={`${t('common.undo')} (Ctrl Z)`}>
            <ActionIcon aria-label={t('common.undo')} disabled={!edit.canUndo} onClick={edit.undo}>
              <IconArrowBackUp size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={`${t('admin.redo')} (Ctrl Shift Z)`}>
            <ActionIcon aria-label={t('admin.redo')} disabled={!edit.canRedo} onClick={edit.redo}>
              <IconArrowForwardUp size={16} />
            </ActionIcon>
          </Tooltip>
          <Button variant="default" disabled={!dirty} onClick={() => edit.restart()}>
            {t('admin.discard')}
          </Button>
          <Button disabled={!dirty} onClick={() => setSaving(true)}>
            {t('admin.grantsReview')}
          </Button>
        </div>
      )}
      {cell.role && cell.resource && (
        <CellPanel key={filters.cell} grants={grants} role={cell.role} resource={cell.resource} pending={edit.pending} editable={editable} onChange={edit.change} onClose={() => onFilters({ ...filters, cell: undefined })} />
      )}
      {saving && <SaveDialog version={grants.version} changes={changes} busy={save.isPending} onSave={(reason) => save.mutate(reason)} onStale={() => void renew()} onClose={() => setSaving(false)} />}
      {blocker.status === 'blocked' && (
        <Confirm opened danger title={t('common.unsavedTitle')} action={t('common.unsavedLeave')} stay={t('common.unsavedStay')} onConfirm={blocker.proceed} onClose={blocker.reset}>
          <p>{t('common.unsavedText')}</p>
        </Confirm>
      )}
    </>
  )
}
