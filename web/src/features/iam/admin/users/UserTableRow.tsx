import { IconBan, IconCheck, IconKey, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Avatar } from '~/ui/Avatar'
import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { UserRow } from '../types'
import table from '~/ui/Table.module.css'

interface Props {
  row: UserRow
  onOpen: (userId: string) => void
}

const SHOWN = 3

/** A person in the list: name, what they may do, where, since when nobody saw them. */
export function UserTableRow({ row, onOpen }: Props) {
  const { t } = useTranslation()
  return (
    <tr className={table.row} onClick={() => onOpen(row.id)}>
      <td className={table.wide}>
        <span className={table.person}>
          <Avatar initials={row.initials} size={28} />
          <span className={table.words}>
            <Link to="/administration/users/$userId" params={{ userId: row.id }} data-row={row.id} className={table.name} onClick={(event) => event.stopPropagation()}>
              {row.full_name}
            </Link>
            <span className={table.sub}>{row.username}</span>
          </span>
        </span>
      </td>
      <td>
        <span className={table.chips}>
          {row.roles.length === 0 && <span className="muted">{t('admin.noRole')}</span>}
          {row.roles.map((role) => (
            <Chip key={role.key}>{role.name}</Chip>
          ))}
        </span>
      </td>
      <td>
        <span className={table.chips}>
          {row.scopes.length === 0 && <span className="muted">{t('admin.noPlace')}</span>}
          {row.scopes.slice(0, SHOWN).map((scope) => (
            <Chip key={`${scope.scope_type}${scope.code}${scope.active_from}`} outline title={`${scope.name} · ${t(`admin.scopeStates.${scope.state}`)}`}>
              {scope.code}
              {scope.state === 'FUTURE' && ` · ${t('admin.scopeStates.FUTURE')}`}
            </Chip>
          ))}
          {row.scopes.length > SHOWN && <span className="muted num">+{row.scopes.length - SHOWN}</span>}
        </span>
      </td>
      <td className="muted">{row.last_login ? <Ago at={row.last_login} /> : t('admin.never')}</td>
      <td>
        <UserState user={row} />
      </td>
    </tr>
  )
}

/** Whether somebody can sign in, and if not, why. */
export function UserState({ user }: { user: Pick<UserRow, 'status' | 'has_password' | 'locked_until'> }) {
  const { t } = useTranslation()
  if (user.status === 'SUSPENDED') return <Chip tone="critical" icon={<IconBan />}>{t('admin.states.SUSPENDED')}</Chip>
  if (user.locked_until) return <Chip tone="warning" icon={<IconLock />} title={t('admin.lockedFor', { time: dateTime(user.locked_until) })}>{t('admin.lockedUntil')}</Chip>
  if (!user.has_password) return <Chip tone="warning" icon={<IconKey />}>{t('admin.noPassword')}</Chip>
  return <Chip tone="success" icon={<IconCheck />}>{t('admin.states.ACTIVE')}</Chip>
}
