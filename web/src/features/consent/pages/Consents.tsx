import '../texts/id/consent'

import { useInfiniteQuery } from '@tanstack/react-query'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { EndlessList } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { type Decision, DecisionDialog } from '../DecisionDialog'
import { type ConsentRequest, requestsOptions } from '../query'
import { Register, type RegisterFilters } from '../Register'
import { RequestRow } from '../RequestRow'

export interface ConsentsSearch extends RegisterFilters {
  view?: string
}

interface Props {
  search: ConsentsSearch
  onSearch: (search: ConsentsSearch) => void
}

const VIEWS = ['waiting', 'decided', 'register'] as const

/** What waits for a supervisor, and the register of all that customers said. */
export function Consents({ search, onSearch }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const first = may(me, 'consent', 'U') || may(me, 'consent', 'A') ? 'waiting' : 'register'
  const view = VIEWS.find((each) => each === search.view) ?? first
  return (
    <Page title={t('consent.title')} text={t('consent.text')}>
      <Views label={t('consent.viewsLabel')} views={VIEWS.map((key) => ({ key, label: t(`consent.views.${key}`) }))} value={view} onChange={(next) => onSearch(next === first ? {} : { view: next })} />
      {view === 'register' ? <Register filters={search} onFilters={(filters) => onSearch({ ...filters, view: search.view })} /> : <Requests key={view} pending={view === 'waiting'} />}
    </Page>
  )
}

function Requests({ pending }: { pending: boolean }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(requestsOptions(pending ? 'PENDING' : undefined))
  const [deciding, setDeciding] = useState<{ request: ConsentRequest; decision: Decision } | null>(null)
  const { ref } = useRowKeys<HTMLUListElement>({})
  const rows = flatten(list.data)
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <EndlessList
        list={list}
        body={ref}
        empty={
          rows.length === 0 && (
            <State icon={<IconClipboardCheck />} title={t('consent.requestsEmpty')}>
              <p>{t('consent.requestsEmptyText')}</p>
            </State>
          )
        }
      >
        {rows.map((request) => (
          <RequestRow key={request.request_id} request={request} onDecide={(one, decision) => setDeciding({ request: one, decision })} />
        ))}
      </EndlessList>
      {deciding && <DecisionDialog {...deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}
