import '../texts/id/admin'
import '../texts/id/services'

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconBan, IconCheck, IconHistory, IconPencil } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { useCommands } from '~/lib/commands'
import { date } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Facts } from '~/ui/Facts'
import { Page } from '~/ui/Page'
import { useProposed } from '~/ui/Proposal'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { RecordBones } from '../admin/RecordBones'
import { RecordHead } from '../admin/RecordHead'
import { AccountDialog } from '../admin/services/AccountDialog'
import { KeyDialog } from '../admin/services/KeyDialog'
import { Keys } from '../admin/services/Keys'
import { accountQuery, noteAccount } from '../admin/services/query'
import type { ServiceAccount as Account } from '../admin/types'
import { ServiceState } from './ServiceAccounts'
import classes from '../admin/Admin.module.css'
import page from '../admin/users/Users.module.css'

/** One program: what it is for, what it may do where, and its keys. */
export function ServiceAccount({ accountId }: { accountId: string }) {
  const query = useQuery(accountQuery(accountId))
  if (query.data) return <Loaded key={accountId} account={query.data} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return <RecordBones />
}

type Asking = 'change' | 'key' | 'active' | null

function Loaded({ account }: { account: Account }) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const proposed = useProposed()
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const active = account.status === 'ACTIVE'
  const turn = useMutation({
    mutationFn: () => unwrap(api.PATCH('/api/v1/service-accounts/{account_id}', { params: { path: { account_id: account.id } }, body: { active: !active, version: account.version } })),
    onSuccess: (next) => {
      if (proposed(next)) return
      noteAccount(client, next)
      toastDone(t(next.status === 'ACTIVE' ? 'admin.activated' : 'admin.suspended', { name: next.name }))
    },
    onError: toastProblem,
    onSettled: close,
  })
  useCommands([
    { id: 'service.change', group: 'record', label: t('services.changeShort'), keys: 'e', hidden: !account.can.update, run: () => account.can.update && setAsking('change') },
    { id: 'service.key', group: 'record', label: t('services.keyMake'), hidden: !account.can.create_key, run: () => setAsking('key') },
  ])
  return (
    <Page
      title={account.name}
      width="full"
      heading={
        <RecordHead to="/administration/service-accounts" list={t('services.title')}>
          {account.name}
          <ServiceState status={account.status} />
        </RecordHead>
      }
      text={
        <>
          <span className="mono">{account.username}</span> · {t('admin.created', { date: date(account.created_at) })} {t('admin.assignedBy', { name: account.created_by.full_name })}
        </>
      }
      actions={
        <>
          {may(me, 'audit', 'R') && (
            <Button variant="default" leftSection={<IconHistory size={15} aria-hidden />} onClick={() => void navigate({ to: '/audit', search: { actor: account.id } })}>
              {t('services.trail')}
            </Button>
          )}
          {account.can.update && (
            <>
              <Button variant="default" leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setAsking('change')}>
                {t('services.changeShort')}
              </Button>
              <Button variant={active ? 'default' : 'filled'} leftSection={active ? <IconBan size={15} aria-hidden /> : <IconCheck size={15} aria-hidden />} onClick={() => setAsking('active')}>
                {t(active ? 'admin.suspend' : 'admin.activate')}
              </Button>
            </>
          )}
        </>
      }
    >
      <WaitingChanges subject={account.id} />
      <div className={page.body}>
        <div className={page.column}>
          <Keys account={account} onMake={() => setAsking('key')} />
        </div>
        <div className={page.column}>
          <Section title={t('services.rights')}>
            <Facts
              facts={[
                [t('services.purpose'), account.purpose],
                [
                  t('admin.roles'),
                  <span className={classes.chips}>
                    {account.roles.map((role) => (
                      <Chip key={role.key}>{role.name}</Chip>
                    ))}
                  </span>,
                ],
                [
                  t('admin.branches'),
                  <span className={classes.chips}>
                    {account.branches.length === 0 && <span className="muted">{t('services.noBranch')}</span>}
                    {account.branches.map((code) => (
                      <Chip key={code} outline>
                        {code}
                      </Chip>
                    ))}
                  </span>,
                ],
              ]}
            />
          </Section>
        </div>
      </div>
      {asking === 'change' && <AccountDialog account={account} onDone={close} onClose={close} />}
      {asking === 'key' && <KeyDialog account={account} onClose={close} />}
      {asking === 'active' && (
        <Confirm
          opened
          danger={active}
          title={t(active ? 'admin.suspendTitle' : 'admin.activateTitle', { name: account.name })}
          action={t(active ? 'admin.suspend' : 'admin.activate')}
          busy={turn.isPending}
          onConfirm={() => turn.mutate()}
          onClose={close}
        >
          <p>{t(active ? 'services.suspendText' : 'services.activateText')}</p>
        </Confirm>
      )}
    </Page>
  )
}
