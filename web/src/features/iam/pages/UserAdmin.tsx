import '../texts/id/admin'

import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconBan, IconDoorExit, IconDots, IconHistory, IconKey, IconLockOpen, IconShieldOff, IconUserCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { date } from '~/lib/format'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { Avatar } from '~/ui/Avatar'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Page } from '~/ui/Page'
import { useProposed } from '~/ui/Proposal'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastProblem } from '~/ui/toast'
import { useStale } from '~/ui/useStale'
import { RecordBones } from '../admin/RecordBones'
import { RecordHead } from '../admin/RecordHead'
import { adminKeys, userQuery } from '../admin/query'
import type { User } from '../admin/types'
import { Identities } from '../admin/users/Identities'
import { IdentityForm } from '../admin/users/IdentityForm'
import { PasswordLinkDialog } from '../admin/users/PasswordLinkDialog'
import { RolesDialog } from '../admin/users/RolesDialog'
import { Scopes } from '../admin/users/Scopes'
import { Switches } from '../admin/users/Switches'
import { usePerson } from '../admin/users/usePerson'
import { UserSessions } from '../admin/users/UserSessions'
import { UserState } from '../admin/users/UserTableRow'
import classes from '../admin/Admin.module.css'
import page from '../admin/users/Users.module.css'

/** One account: who it is, what it may do and where, and everything that can be done about it. */
export function UserAdmin({ userId }: { userId: string }) {
  const query = useQuery(userQuery(userId))
  if (query.data) return <Loaded key={userId} user={query.data} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return <RecordBones />
}

type Asking = 'factors' | 'leave' | 'suspend' | 'activate' | 'roles' | 'link' | null

function Loaded({ user }: { user: User }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const stale = useStale()
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const params = { path: { user_id: user.id } }
  const suspend = usePerson<string>({ user, stale, run: (reason, version) => unwrap(api.POST('/api/v1/users/{user_id}/suspend', { params, body: { reason, version } })), done: () => t('admin.suspended', { name: user.full_name }), onDone: close })
  const leave = usePerson<string>({ user, stale, run: (reason, version) => unwrap(api.POST('/api/v1/users/{user_id}/leave', { params, body: { reason, version } })), done: () => t('admin.left', { name: user.full_name }), onDone: close })
  const activate = usePerson<string>({ user, stale, run: (reason, version) => unwrap(api.POST('/api/v1/users/{user_id}/activate', { params, body: { reason, version } })), done: () => t('admin.activated', { name: user.full_name }), onDone: close })
  const roles = usePerson<{ roles: string[]; reason: string }>({ user, stale, run: (body, version) => unwrap(api.PUT('/api/v1/users/{user_id}/roles', { params, body: { ...body, version } })), done: () => t('admin.saved'), onDone: close })
  const unlock = usePerson<null>({ user, stale, run: () => unwrap(api.POST('/api/v1/users/{user_id}/unlock', { params })), done: () => t('admin.unlocked') })
  const client = useQueryClient()
  const proposed = useProposed()
  const factors = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/users/{user_id}/second-factors/reset', { params })),
    onSuccess: proposed,
    onError: toastProblem,
    onSettled: () => {
      close()
      void client.invalidateQueries({ queryKey: adminKeys.user(user.id) })
    },
  })
  const own = me.id === user.id
  useCommands([
    { id: 'user.link', group: 'record', label: t('admin.linkMake'), hidden: !user.can.password_link, run: () => setAsking('link') },
    { id: 'user.roles', group: 'record', label: t('admin.rolesChange'), keys: 'e', hidden: !user.can.roles, run: () => user.can.roles && setAsking('roles') },
    { id: 'user.suspend', group: 'record', label: t('admin.suspend'), hidden: !user.can.suspend, run: () => setAsking('suspend') },
    { id: 'user.leave', group: 'record', label: t('admin.leave'), hidden: !user.can.leave, run: () => setAsking('leave') },
    { id: 'user.activate', group: 'record', label: t('admin.activate'), hidden: !user.can.activate, run: () => setAsking('activate') },
  ])
  return (
    <Page
      title={user.full_name}
      width="full"
      heading={
        <RecordHead to="/administration/users" list={t('admin.users')}>
          <Avatar initials={user.initials} size={32} />
          {user.full_name}
          <UserState user={user} />
        </RecordHead>
      }
      text={
        <>
          <span className="mono">{user.username}</span> · {t('admin.created', { date: date(user.created_at) })} · {user.last_login ? <>{t('admin.lastLogin')} <Ago at={user.last_login} /></> : t('admin.neverIn')}
        </>
      }
      actions={
        <>
          {user.can.password_link && (
            <Button variant="default" leftSection={<IconKey size={15} />} onClick={() => setAsking('link')}>
              {t('admin.linkMake')}
            </Button>
          )}
          {user.locked_until && user.can.unlock && (
            <Button leftSection={<IconLockOpen size={15} />} loading={unlock.busy} onClick={() => unlock.go(null)}>
              {t('admin.unlock')}
            </Button>
          )}
          {user.can.activate && (
            <Button leftSection={<IconUserCheck size={15} />} onClick={() => setAsking('activate')}>
              {t('admin.activate')}
            </Button>
          )}
          {(user.can.leave || may(me, 'audit', 'R')) && (
            <Menu width={230}>
              <Menu.Target>
                <ActionIcon size={30} variant="default" aria-label={t('common.more')}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {may(me, 'audit', 'R') && (
                  <Menu.Item leftSection={<IconHistory size={15} aria-hidden />} onClick={() => void navigate({ to: '/audit', search: { object_type: 'USER', object_id: user.id } })}>
                    {t('admin.trail')}
                  </Menu.Item>
                )}
                {user.can.reset_factors && user.second_factors > 0 && (
                  <Menu.Item color="red" leftSection={<IconShieldOff size={15} aria-hidden />} onClick={() => setAsking('factors')}>
                    {t('admin.resetFactors')}
                  </Menu.Item>
                )}
                {user.can.suspend && (
                  <Menu.Item color="red" leftSection={<IconBan size={15} aria-hidden />} onClick={() => setAsking('suspend')}>
                    {t('admin.suspend')}
                  </Menu.Item>
                )}
                {user.can.leave && (
                  <Menu.Item color="red" leftSection={<IconDoorExit size={15} aria-hidden />} onClick={() => setAsking('leave')}>
                    {t('admin.leave')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      <WaitingChanges concerns={user.id} />
      {user.left_at && <p className="muted">{t('admin.leftSince', { date: date(user.left_at) })}</p>}
      {own && <p className="muted">{t('admin.ownAccount')}</p>}
      <div className={page.body}>
        <div className={page.column}>
          <Section title={t('admin.identity')}>
            <IdentityForm user={user} stale={stale} />
          </Section>
          <Identities user={user} />
          <UserSessions user={user} />
        </div>
        <div className={page.column}>
          <Section
            title={t('admin.roles')}
            aside={
              user.can.roles && (
                <Button variant="subtle" size="compact-sm" onClick={() => setAsking('roles')}>
                  {t('admin.rolesChange')}
                </Button>
              )
            }
          >
            <span className={classes.chips}>
              {user.roles.length === 0 && <span className="muted">{t('admin.noRoleText')}</span>}
              {user.roles.map((role) => (
                <Chip key={role.key} tone="accent">
                  {role.name}
                </Chip>
              ))}
            </span>
            {!user.can.roles && user.reasons.roles && <p className={classes.note}>{user.reasons.roles}</p>}
          </Section>
          <Scopes user={user} stale={stale} />
          <Switches user={user} stale={stale} />
        </div>
      </div>
      {asking === 'suspend' && <ReasonDialog title={t('admin.suspendTitle', { name: user.full_name })} text={t('admin.suspendText')} action={t('admin.suspend')} busy={suspend.busy} onSubmit={suspend.go} onClose={close} />}
      {asking === 'leave' && <ReasonDialog title={t('admin.leaveTitle', { name: user.full_name })} text={t('admin.leaveText')} action={t('admin.leave')} busy={leave.busy} onSubmit={leave.go} onClose={close} />}
      {asking === 'activate' && <ReasonDialog title={t('admin.activateTitle', { name: user.full_name })} text={t('admin.activateText')} action={t('admin.activate')} busy={activate.busy} onSubmit={activate.go} onClose={close} />}
      {asking === 'factors' && (
        <Confirm opened danger title={t('admin.resetFactorsTitle', { name: user.full_name })} action={t('admin.resetFactors')} busy={factors.isPending} onConfirm={() => factors.mutate()} onClose={close}>
          <p>{t('admin.resetFactorsText')}</p>
        </Confirm>
      )}
      {asking === 'roles' && <RolesDialog user={user} busy={roles.busy} onSubmit={roles.go} onClose={close} />}
      {asking === 'link' && <PasswordLinkDialog user={user} onClose={close} />}
      {stale.dialog}
    </Page>
  )
}
