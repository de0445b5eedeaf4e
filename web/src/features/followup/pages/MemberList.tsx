import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDownload, IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import { FollowupLinks } from '../FollowupLinks'
import { MemberRow } from '../members/MemberRow'
import { MemberTools } from '../members/MemberTools'
import { isFiltered, type MemberFilters, memberQuery, membersOptions } from '../query'
import { managesAgents } from '../rights'

const ExportDialog = lazy(() =>
  import('~/ui/ExportDialog').then((each) => ({ default: each.ExportDialog })),
)
const EntriesDialog = lazy(() =>
  import('../members/EntriesDialog').then((each) => ({ default: each.EntriesDialog })),
)

interface Props {
  filters: MemberFilters
  onFilters: (filters: MemberFilters) => void
}

const COLUMNS = ['customer', 'agent', 'window', 'contact', 'deposit', 'next'] as const
const WIDTHS = { agent: '17%', window: 144, contact: 196, deposit: 152, next: '25%' }

/** The members of a branch, or of all, whose window ends first at the top. */
export function MemberList({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const list = useInfiniteQuery(membersOptions(filters))
  const [exporting, setExporting] = useState(false)
  const [entering, setEntering] = useState(false)
  const { ref } = useRowKeys<HTMLTableSectionElement>({})
  if (list.isError && !list.data && hasStatus(list.error, 403))
    return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const rows = flatten(list.data)
  const narrowed = isFiltered(filters)
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <Page
      title={t('followup.title')}
      text={t('followup.listText')}
      width="full"
      actions={
        <>
          <FollowupLinks />
          {may(me, 'followup', 'X') && (
            <Button
              variant="default"
              leftSection={<IconDownload size={15} />}
              disabled={!list.isSuccess}
              onClick={() => setExporting(true)}
            >
              {t('followup.export')}
            </Button>
          )}
          {managesAgents(me) && (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setEntering(true)}>
              {t('followup.entries')}
            </Button>
          )}
        </>
      }
    >
      <MemberTools filters={filters} onChange={onFilters} />
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State
              icon={<IconUsersGroup />}
              title={t(narrowed ? 'followup.emptyFiltered' : 'followup.empty')}
              action={narrowed && everything}
            >
              <p>{t(narrowed ? 'followup.emptyFilteredText' : 'followup.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`followup.fields.${column}`)}
        widths={WIDTHS}
        bones={8}
        body={ref}
      >
        {rows.map((member) => (
          <MemberRow key={member.customer.id} member={member} />
        ))}
      </EndlessTable>
      <Suspense>
        {exporting && (
          <ExportDialog
            dataSet="followup_members"
            filter={{ ...memberQuery(filters) }}
            title={t('followup.exportTitle')}
            who={me.id}
            text={(rows) => t('followup.exportText', { rows })}
            onClose={() => setExporting(false)}
          />
        )}
        {entering && <EntriesDialog onClose={() => setEntering(false)} />}
      </Suspense>
    </Page>
  )
}
