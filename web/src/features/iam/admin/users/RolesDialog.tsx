import '../../texts/id/conflicts'

import { Checkbox, Textarea } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { FormDialog } from '~/ui/FormDialog'
import { Problem } from '~/ui/states'
import { FoundConflicts } from '../conflicts/FoundConflicts'
import { conflictsAmong } from '../conflicts/model'
import { conflictsQuery, exceptionsOptions } from '../conflicts/query'
import { rolesQuery } from '../query'
import type { User } from '../types'
import classes from '../Admin.module.css'

interface Props {
  user: User
  busy: boolean
  onSubmit: (body: { roles: string[]; reason: string }) => void
  onClose: () => void
}

/** Exactly the roles that somebody has; what is taken and what is given is said before it is saved. */
export function RolesDialog({ user, busy, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const roles = useQuery(rolesQuery)
  const before = user.roles.map((role) => role.key)
  const [picked, setPicked] = useState<string[]>(before)
  const [reason, setReason] = useState('')
  const name = (key: string) => [...(roles.data?.items ?? []), ...user.roles].find((role) => role.key === key)?.name ?? key
  const gained = picked.filter((key) => !before.includes(key))
  const lost = before.filter((key) => !picked.includes(key))
  const same = gained.length + lost.length === 0
  const pairs = useQuery(conflictsQuery).data?.items ?? []
  const excepted = new Set(flatten(useInfiniteQuery(exceptionsOptions({ user: user.id, state: 'OPEN' })).data).map((each) => each.conflict_id))
  const found = conflictsAmong(pairs, roles.data?.items ?? [], picked, before, excepted)
  return (
    <FormDialog
      title={t('admin.rolesOf', { name: user.full_name })}
      text={t('admin.rolesText')}
      action={t('common.save')}
      busy={busy}
      blocked={same || found.length > 0}
      dirty={!same && !busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit({ roles: picked, reason: reason.trim() })
      }}
    >
      {roles.isError && <Problem error={roles.error} onRetry={() => void roles.refetch()} />}
      <Checkbox.Group aria-label={t('admin.roles')} value={picked} onChange={setPicked}>
        <div className={classes.checks}>
          {(roles.data?.items ?? []).map((role) => (
            <Checkbox key={role.key} className={classes.check} value={role.key} label={role.name} description={role.based_on ? t('admin.basedOn', { name: role.based_on.name }) : undefined} />
          ))}
        </div>
      </Checkbox.Group>
      {!same && (
        <p role="status">
          {gained.length > 0 && t('admin.rolesGained', { names: gained.map(name).join(', ') })} {lost.length > 0 && t('admin.rolesLost', { names: lost.map(name).join(', ') })}
        </p>
      )}
      <FoundConflicts found={found} name={name} />
      <Textarea label={t('admin.reasonOptional')} placeholder={t('common.reasonPlaceholder')} autosize minRows={1} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormDialog>
  )
}
