import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { meQuery, useMe } from '~/features/iam/public/me'
import { listen } from '~/lib/live'
import { may } from '~/lib/permissions'
import { inboxKeys, type InboxSummary, noteUnread, summaryQuery } from '../query'

interface InboxNews {
  unread: number
  capped: boolean
  mark: string
}

const STREAM = { path: '/api/v1/inbox/stream', event: 'inbox' }

/** Without a stream the badge is asked for this often; with one only to be on the safe side. */
const ASK_MS = 60_000
const SELDOM_MS = 10 * 60_000

/** What is unread, as it happens; null for whoever has no inbox. */
export function useInbox(): InboxSummary['unread'] | null {
  const client = useQueryClient()
  const reads = may(useMe(), 'task', 'R')
  const [connected, setConnected] = useState(false)
  const { data } = useQuery({ ...summaryQuery, enabled: reads, refetchInterval: connected ? SELDOM_MS : ASK_MS })
  useEffect(() => {
    if (!reads) return
    return listen<InboxNews>(STREAM, {
      onNews: ({ unread, capped, mark }) => {
        const known = client.getQueryData<InboxSummary>(inboxKeys.summary)
        if (known?.mark !== mark) noteUnread(client, { count: unread, capped })
      },
      onEnd: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
      onConnected: setConnected,
    })
  }, [client, reads])
  return reads ? (data?.unread ?? { count: 0, capped: false }) : null
}
