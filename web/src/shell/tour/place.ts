import { useState } from 'react'

const STORAGE = 'simpul.tour'

/** How far the tour has come: its step, whether its panel is open, and which tasks were done. */
export interface TourPlace {
  at: number
  open: boolean
  done: readonly string[]
}

const START: TourPlace = { at: 0, open: false, done: [] }

function readPlace(): TourPlace {
  try {
    return { ...START, ...(JSON.parse(localStorage.getItem(STORAGE) ?? '{}') as Partial<TourPlace>) }
  } catch {
    return START
  }
}

/** The place outlives a change of user: each sign-in is a fresh document. */
export function useTourPlace() {
  const [place, setPlace] = useState(readPlace)
  const move = (part: Partial<TourPlace>) => {
    const next = { ...place, ...part }
    setPlace(next)
    try {
      localStorage.setItem(STORAGE, JSON.stringify(next))
    } catch {
      /* then the tour begins again after a sign-in */
    }
  }
  return [place, move] as const
}
