import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { listen } from '~/lib/live'
import { caseKeys, forgetLists } from './query'

interface News {
  ids: string[]
  /** Too much happened to name it: look at everything. */
  again: boolean
}

const STREAM = { path: '/api/v1/cases/live', event: 'cases' }
/** Lists are asked for at most this often, however much happens. */
const REST_MS = 2_000

/** Shows what colleagues do as they do it: the lists, and the case that is open. */
export function useCasesLive(): void {
  const client = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    const look = () => {
      waiting.current ??= setTimeout(() => {
        waiting.current = undefined
        forgetLists(client)
      }, REST_MS)
    }
    const stop = listen<News>(STREAM, {
      onNews: ({ ids, again }) => {
        if (again) void client.invalidateQueries({ queryKey: ['case'] })
        for (const id of ids) void client.invalidateQueries({ queryKey: caseKeys.one(id) })
        look()
      },
      onEnd: () => undefined,
      onConnected: () => undefined,
    })
    return () => {
      stop()
      clearTimeout(waiting.current)
      waiting.current = undefined
    }
  }, [client])
}
