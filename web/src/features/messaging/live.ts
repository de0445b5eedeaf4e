/* One event stream for all tabs of the browser: it costs one of the few connections that a browser opens to a server. */

export interface InboxEvent {
  unread: number
  capped: boolean
  mark: string
}

interface Listener {
  onInbox: (event: InboxEvent) => void
  /** The session is over, or the right to read the inbox is gone. */
  onEnd: () => void
  /** Whether a stream brings news; without one the badge is asked for now and then. */
  onConnected: (connected: boolean) => void
}

const STREAM = '/api/v1/inbox/stream'
const NAME = 'simpul.inbox'
const AGAIN_MS = 30_000

/** Listens until the returned function is called. The first tab opens the stream and tells the others what it hears. */
export function listen(listener: Listener): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const ending = new AbortController()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)
  channel?.addEventListener('message', ({ data }: MessageEvent<InboxEvent | 'connected'>) => {
    listener.onConnected(true)
    if (data !== 'connected') listener.onInbox(data)
  })
  const lead = () =>
    new Promise<void>((resolve) => {
      let source: EventSource | null = null
      let timer: ReturnType<typeof setTimeout> | undefined
      const close = () => {
        source?.close()
        clearTimeout(timer)
        resolve()
      }
      const open = () => {
        source = new EventSource(STREAM)
        source.addEventListener('open', () => {
          listener.onConnected(true)
          channel?.postMessage('connected')
        })
        source.addEventListener('inbox', (event) => {
          const news = JSON.parse((event as MessageEvent<string>).data) as InboxEvent
          listener.onInbox(news)
          channel?.postMessage(news)
        })
        source.addEventListener('end', () => {
          close()
          listener.onEnd()
        })
        source.addEventListener('error', () => {
          listener.onConnected(false)
          // The browser comes back by itself after a lost connection, but not after a refusal.
          if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS)
        })
      }
      ending.signal.addEventListener('abort', close)
      if (!ending.signal.aborted) open()
    })
  if ('locks' in navigator) {
    navigator.locks.request(NAME, { signal: ending.signal }, lead).catch(() => undefined)
  } else void lead()
  return () => {
    ending.abort()
    channel?.close()
  }
}
