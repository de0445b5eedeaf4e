import { type ReactNode, useCallback, useState } from 'react'

import { ConfirmIdentity } from './ConfirmIdentity'
import { IdentityUnconfirmed } from './factors'

interface Waiting {
  asked: IdentityUnconfirmed
  resolve: (confirmed: boolean) => void
}

/** Runs a change; where the server first wants to know who is there, asks and goes on. Null when the person turned back. */
export function useConfirmed(): { run: <T>(change: () => Promise<T>) => Promise<T | null>; dialog: ReactNode } {
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const run = useCallback(async <T,>(change: () => Promise<T>): Promise<T | null> => {
    try {
      return await change()
    } catch (error) {
      if (!(error instanceof IdentityUnconfirmed)) throw error
      const confirmed = await new Promise<boolean>((resolve) => setWaiting({ asked: error, resolve }))
      setWaiting(null)
      return confirmed ? await change() : null
    }
  }, [])
  const dialog = waiting && (
    <ConfirmIdentity asked={waiting.asked} onConfirmed={() => waiting.resolve(true)} onClose={() => waiting.resolve(false)} />
  )
  return { run, dialog }
}
