import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ChangeRequest, RequestStatus } from '~/api/models'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { EndlessList } from '~/ui/Listing'
import { State } from '~/ui/states'
import { ChangeRequestRow } from '../ChangeRequestRow'
import { type Decision, DecisionDialog } from '../DecisionDialog'
import { changeRequestsOptions } from '../changeRequests'

interface Props {
  customerId?: string
  status?: RequestStatus
  emptyText: string
  onClearFilters?: () => void
}

/** Change requests, newest first: of one customer on its record, of everybody on the page of the data steward. */
export function ChangeRequestList({ customerId, status, emptyText, onClearFilters }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(changeRequestsOptions({ customer_id: customerId, status }))
  const [deciding, setDeciding] = useState<{ request: ChangeRequest; decision: Decision } | null>(null)
  const { ref } = useRowKeys<HTMLUListElement>({})
  const items = flatten(list.data)
  const decided = useRef<string[]>([])
  const noteDecided = (request: ChangeRequest) => {
    const at = items.indexOf(request)
    decided.current = [request, items[at + 1], items[at - 1]].flatMap((each) => each?.request_id ?? [])
  }
  // The button of a decided request goes, often with its row: the work goes on at the next one.
  useEffect(() => {
    const ids = decided.current
    // An answer that was asked for before the decision came still shows the request undecided: the next one counts.
    if (ids.length === 0 || flatten(list.data).some((each) => each.request_id === ids[0] && each.status === 'PENDING')) return
    decided.current = []
    if (document.activeElement !== document.body) return
    const row = ids.map((id) => ref.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)).find(Boolean)
    const target = row ?? document.getElementById('main')
    target?.focus({ preventScroll: true })
  }, [list.data, list.dataUpdatedAt, ref])
  return (
    <>
      <EndlessList
        list={list}
        body={ref}
        empty={
          items.length === 0 && (
            <State
              icon={<IconClipboardCheck />}
              title={t('customers.requestsEmpty')}
              action={
                onClearFilters && (
                  <Button variant="default" onClick={onClearFilters}>
                    {t('common.clear')}
                  </Button>
                )
              }
            >
              <p>{emptyText}</p>
            </State>
          )
        }
      >
        {items.map((request) => (
          <ChangeRequestRow
            key={request.request_id}
            request={request}
            showCustomer={!customerId}
            onDecide={(decision) => setDeciding({ request, decision })}
          />
        ))}
      </EndlessList>
      {deciding && <DecisionDialog {...deciding} onDecided={() => noteDecided(deciding.request)} onClose={() => setDeciding(null)} />}
    </>
  )
}
