import { useEffect, useRef, useState } from 'react'

const SECONDS = 10

interface Held {
  text: string
  until: number
}

/** An answer that ends a case waits ten seconds, in which its writer may take it back; leaving the page sends it at once. */
export function useHeldAnswer(send: (text: string) => void) {
  const [held, setHeld] = useState<Held | null>(null)
  const [left, setLeft] = useState(0)
  const now = useRef({ held, send })
  useEffect(() => {
    now.current = { held, send }
  })
  const release = () => {
    const { held: waiting, send: deliver } = now.current
    if (!waiting) return
    now.current.held = null
    setHeld(null)
    deliver(waiting.text)
  }
  useEffect(() => {
    if (!held) return
    const tick = () => {
      const rest = Math.ceil((held.until - Date.now()) / 1000)
      setLeft(Math.max(0, rest))
      if (rest <= 0) release()
    }
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [held])
  useEffect(() => release, [])
  return {
    held: held !== null,
    left,
    hold: (text: string) => setHeld({ text, until: Date.now() + SECONDS * 1000 }),
    release,
    takeBack: () => setHeld(null),
  }
}
