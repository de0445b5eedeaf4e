import { useEffect, useState, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = new Date()
    listeners.forEach((each) => each())
  }, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The present, renewed every half minute by one shared timer. */
export const useNow = () => useSyncExternalStore(subscribe, () => now)

/** Whole seconds left until `deadline` (milliseconds of Date.now), renewed every second; 0 when it has passed. */
export function useCountdown(deadline: number | null): number {
  const left = () => (deadline === null ? 0 : Math.max(0, Math.ceil((deadline - Date.now()) / 1000)))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    if (deadline === null) return
    const ticking = setInterval(() => {
      const next = left()
      setSeconds(next)
      if (next === 0) clearInterval(ticking)
    }, 1000)
    return () => clearInterval(ticking)
  }, [deadline])
  return seconds
}
