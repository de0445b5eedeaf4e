import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { toastProblem } from '~/ui/toast'
import { startRun } from '../server'

/** Queues a run; what it did is known once a worker has done it. */
export function useStartRun(onQueued: () => void) {
  const [over, setOver] = useState(false)
  const start = useMutation({
    mutationFn: startRun,
    onSuccess: () => {
      setOver(false)
      onQueued()
    },
    onError: toastProblem,
  })
  return {
    run: () => {
      if (!start.isPending) start.mutate()
    },
    busy: start.isPending,
    runId: start.data?.run_id ?? null,
    over,
    onOver: () => setOver(true),
  }
}
