/* One event stream for all tabs of the browser: it costs one of the few connections that a browser opens to a server. */

interface Listener<News> {
  onNews: (news: News) => void
  /** The session is over, or the right to read is gone. */
  onEnd: () => void
  /** Whether a stream brings news; without one the page asks now and then. */
  onConnected: (connected: boolean) => void
}

interface Stream {
  path: string
  /** The name of its events. */
  event: string
}

const AGAIN_MS = 30_000

/** Listens until the returned function is called. The first tab opens the stream and tells the others what it hears. */
export function listen<News extends object>({ path, event }: Stream, listener: Listener<News>): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const name = `simpul.${event}`
  const ending = new AbortController()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  channel?.addEventListener('message', ({ data }: MessageEvent<News | 'connected'>) => {
    listener.onConnected(true)
    if (data !== 'connected') listener.onNews(data)
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
        source = new EventSource(path)
        source.addEventListener('open', () => {
          listener.onConnected(true)
          channel?.postMessage('connected')
        })
        source.addEventListener(event, (message) => {
          const news = JSON.parse((message as MessageEvent<string>).data) as News
          listener.onNews(news)
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
    navigator.locks.request(name, { signal: ending.signal }, lead).catch(() => undefined)
  } else void lead()
  return () => {
    ending.abort()
    channel?.close()
  }
}
