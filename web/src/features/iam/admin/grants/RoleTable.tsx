import { ActionIcon, Button, Menu, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconArchive, IconDots, IconPencil, IconPlus, IconRestore } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { count } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Table } from '~/ui/Table'
import { toastDone, toastProblem } from '~/ui/toast'
import { adminKeys } from '../query'
import type { Role } from '../types'
import { RoleDialog } from './RoleDialog'
import classes from '../Admin.module.css'
import table from '~/ui/Table.module.css'

const COLUMNS = ['role', 'origin', 'home', 'holders', 'more'] as const

interface Props {
  editable: boolean
}

/** The roles: those that the product brings, and the organisation's own, each made as a copy. */
export function RoleTable({ editable }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [retired, setRetired] = useState(false)
  const [form, setForm] = useState<Role | 'new' | null>(null)
  const [retiring, setRetiring] = useState<Role | null>(null)
  const roles = useQuery({
    queryKey: [...adminKeys.roles, { retired }],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/roles', { params: { query: { retired } }, signal })),
  })
  const changed = (message: string) => {
    toastDone(message)
    setForm(null)
    setRetiring(null)
  }
  const settled = () => {
    void client.invalidateQueries({ queryKey: adminKeys.roles })
    void client.invalidateQueries({ queryKey: adminKeys.grants })
  }
  const params = (role: Role) => ({ path: { key: role.key } })
  const retire = useMutation({
    mutationFn: ({ role, reason }: { role: Role; reason: string }) => unwrap(api.POST('/api/v1/roles/{key}/retire', { params: params(role), body: { version: role.version, reason } })),
    onSuccess: (role) => changed(t('admin.roleRetired', { name: role.name })),
    onError: toastProblem,
    onSettled: settled,
  })
  const restore = useMutation({
    mutationFn: (role: Role) => unwrap(api.POST('/api/v1/roles/{key}/restore', { params: params(role), body: { version: role.version } })),
    onSuccess: (role) => changed(t('admin.roleRestored', { name: role.name })),
    onError: toastProblem,
    onSettled: settled,
  })
  const items = roles.data?.items ?? []
  return (
    <>
      <div className={classes.bar}>
        <Switch size="xs" label={t('admin.rolesRetired')} checked={retired} onChange={(event) => setRetired(event.currentTarget.checked)} />
        {editable && (
          <Button style={{ marginLeft: 'auto' }} leftSection={<IconPlus size={15} />} disabled={!roles.data} onClick={() => setForm('new')}>
            {t('admin.roleCreate')}
          </Button>
        )}
      </div>
      <Listing list={roles} empty={items.length === 0 && <p className="muted">{t('admin.rolesEmpty')}</p>}>
        <Table columns={COLUMNS} head={(column) => (column === 'more' ? <span className="visually-hidden">{t('common.more')}</span> : t(`admin.${column}`))} widths={{ more: 48 }} pending={roles.isPending}>
          {items.map((role) => (
            <tr key={role.key}>
              <td className={table.wide}>
                <span className={table.name}>{role.name}</span>
                <span className={table.key}>{role.key}</span>
              </td>
              <td>{role.retired ? <Chip tone="warning">{t('admin.retired')}</Chip> : role.shipped ? <Chip>{t('admin.shipped')}</Chip> : <Chip tone="accent">{t('admin.basedOn', { name: role.based_on?.name ?? '' })}</Chip>}</td>
              <td className={`mono muted ${table.spare}`}>
                {role.home}
              </td>
              <td className="num">
                <Link to="/administration/users" search={{ role: role.key }} style={{ textDecoration: 'underline' }}>
                  {t('admin.people', { count: role.users, shown: count(role.users) })}
                </Link>
              </td>
              <td className={classes.end}>
                {(role.can.rename || role.can.retire || role.can.restore) && (
                  <Menu>
                    <Menu.Target>
                      <ActionIcon aria-label={t('admin.moreOf', { name: role.name })}>
                        <IconDots size={16} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      {role.can.rename && (
                        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setForm(role)}>
                          {t('admin.roleRename')}
                        </Menu.Item>
                      )}
                      {role.can.retire && (
                        <Menu.Item leftSection={<IconArchive size={15} aria-hidden />} onClick={() => setRetiring(role)}>
                          {t('admin.roleRetire')}
                        </Menu.Item>
                      )}
                      {role.can.restore && (
                        <Menu.Item leftSection={<IconRestore size={15} aria-hidden />} onClick={() => restore.mutate(role)}>
                          {t('admin.roleRestore')}
                        </Menu.Item>
                      )}
                    </Menu.Dropdown>
                  </Menu>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </Listing>
      {form && <RoleDialog role={form === 'new' ? null : form} roles={items} onDone={(name) => { changed(t('admin.roleSaved', { name })); settled() }} onClose={() => setForm(null)} />}
      {retiring && (
        <ReasonDialog
          title={t('admin.roleRetireTitle', { name: retiring.name })}
          text={t('admin.roleRetireText')}
          action={t('admin.roleRetire')}
          busy={retire.isPending}
          onSubmit={(reason) => retire.mutate({ role: retiring, reason })}
          onClose={() => setRetiring(null)}
        />
      )}
    </>
  )
}
