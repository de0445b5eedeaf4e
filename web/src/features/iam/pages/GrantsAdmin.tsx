import '../texts/id/admin'

import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { Views } from '~/ui/Views'
import { AdminPage } from '../admin/AdminPage'
import { type GrantFilters, GrantTable } from '../admin/grants/GrantTable'
import { GrantRevisions } from '../admin/grants/GrantRevisions'
import { RoleTable } from '../admin/grants/RoleTable'
import { grantsQuery } from '../admin/query'

export type { GrantFilters }

const TABS = ['grants', 'roles', 'history'] as const

interface Props {
  filters: GrantFilters
  onFilters: (filters: GrantFilters) => void
}

/** Who may do what, how far: the table, the roles that are its columns, and how it came to be so. */
export function GrantsAdmin({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const grants = useQuery(grantsQuery)
  const phone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const editable = may(useMe(), 'configuration', 'M')
  const tab = TABS.find((each) => each === filters.tab) ?? 'grants'
  return (
    <AdminPage title={t('admin.grantsTitle')} text={t('admin.grantsText')}>
      <Views label={t('admin.grantsTitle')} views={TABS.map((each) => ({ key: each, label: t(`admin.grantTabs.${each}`) }))} value={tab} onChange={(next) => onFilters({ tab: next })} />
      <WaitingChanges kinds={['grants_save']} />
      {tab === 'roles' && <RoleTable editable={editable} />}
      {tab === 'history' && <GrantRevisions />}
      {tab === 'grants' && grants.isError && !grants.data && <Problem error={grants.error} onRetry={() => void grants.refetch()} />}
      {tab === 'grants' && grants.isPending && <Bone height={420} />}
      {tab === 'grants' && grants.data && <GrantTable grants={grants.data} filters={filters} phone={phone ?? false} onFilters={onFilters} />}
    </AdminPage>
  )
}
