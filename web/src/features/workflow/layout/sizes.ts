/* The measures of the drawing, in its own pixels. */
import type { Kind } from '../model/definition'

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

export const SIZE: Record<Kind, { width: number; height: number }> = {
  start: { width: 36, height: 36 },
  task: { width: 220, height: 56 },
  gateway: { width: 44, height: 44 },
  end: { width: 36, height: 36 },
}

/** The name of a circle or diamond stands below it. */
export const LABEL = { width: 128, height: 34, gap: 4 }
export const ROW = 56
export const ROW_GAP = 56
export const PAD_TOP = 32
export const PAD_BOTTOM = 40
export const LANE_HEIGHT = PAD_TOP + ROW + PAD_BOTTOM
export const GRID = 4
