import '../texts/id/admin'
import '../texts/id/conflicts'

import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { useProposed } from '~/ui/Proposal'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import { AdminPage } from '../admin/AdminPage'
import { ExceptionDialog, type ExceptionFor } from '../admin/conflicts/ExceptionDialog'
import { ExceptionTable } from '../admin/conflicts/ExceptionTable'
import { HolderTable } from '../admin/conflicts/HolderTable'
import { PairDialog } from '../admin/conflicts/PairDialog'
import { PairTable } from '../admin/conflicts/PairTable'
import { type ConflictFilters, renewConflicts } from '../admin/conflicts/query'
import type { RoleConflict } from '../admin/types'

export type { ConflictFilters }

const TABS = ['pairs', 'holders', 'exceptions'] as const
const KINDS = ['role_conflicts_create', 'role_conflicts_remove', 'role_exceptions_create'] as const

interface Props {
  filters: ConflictFilters
  onFilters: (filters: ConflictFilters) => void
}

/** Which roles one person must not hold together, who holds both all the same, and who is excepted until when. */
export function RoleConflicts({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const manager = may(useMe(), 'configuration', 'M')
  const [adding, setAdding] = useState(false)
  const [giving, setGiving] = useState<ExceptionFor | null>(null)
  const [removing, setRemoving] = useState<RoleConflict | null>(null)
  useCommands([
    { id: 'conflicts.add', group: 'record', label: t('conflicts.add'), keys: 'c', hidden: !manager, run: () => manager && setAdding(true) },
    { id: 'conflicts.give', group: 'record', label: t('conflicts.give'), hidden: !manager, run: () => manager && setGiving({}) },
  ])
  const remove = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => unwrap(api.POST('/api/v1/role-conflicts/{conflict_id}/remove', { params: { path: { conflict_id: id } }, body: { reason } })),
    onSuccess: (answer) => {
      proposed(answer)
      setRemoving(null)
    },
    onError: toastProblem,
    onSettled: () => renewConflicts(client),
  })
  const tab = TABS.find((each) => each === filters.tab) ?? 'pairs'
  const add = manager && (
    <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
      {t('conflicts.add')}
    </Button>
  )
  return (
    <AdminPage
      title={t('conflicts.title')}
      text={t('conflicts.text')}
      actions={
        manager && (
          <>
            <Button variant="default" leftSection={<IconCalendarPlus size={15} aria-hidden />} onClick={() => setGiving({})}>
              {t('conflicts.give')}
            </Button>
            {add}
          </>
        )
      }
    >
      <Views label={t('conflicts.title')} views={TABS.map((each) => ({ key: each, label: t(`conflicts.tabs.${each}`) }))} value={tab} onChange={(next) => onFilters({ tab: next })} />
      <WaitingChanges kinds={KINDS} />
      {tab === 'pairs' && <PairTable add={add} onGive={(pair) => setGiving({ pair: pair.id })} onRemove={setRemoving} />}
      {tab === 'holders' && <HolderTable filters={filters} onFilters={onFilters} onGive={(row) => setGiving({ pair: row.conflict_id, person: row.person })} />}
      {tab === 'exceptions' && <ExceptionTable filters={filters} onFilters={onFilters} />}
      {adding && <PairDialog onClose={() => setAdding(false)} />}
      {giving && <ExceptionDialog given={giving} onClose={() => setGiving(null)} />}
      {removing && (
        <ReasonDialog
          title={t('conflicts.removeTitle', { first: removing.first.name, second: removing.second.name })}
          text={t('conflicts.removeText')}
          action={t('conflicts.remove')}
          busy={remove.isPending}
          onSubmit={(reason) => remove.mutate({ id: removing.id, reason })}
          onClose={() => setRemoving(null)}
        />
      )}
    </AdminPage>
  )
}
