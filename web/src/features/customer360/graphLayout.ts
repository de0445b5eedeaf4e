/* Where a relationship graph puts its circles and words, so that no line runs through a word. */

export interface Point {
  x: number
  y: number
}

export interface Node extends Point {
  /** Words stand on the far side of the circle, seen from the centre, where no line goes. */
  above: boolean
}

export const RADIUS = 15
export const CENTRE_RADIUS = 19
/** Height of one line of words, and what a name takes at most. */
export const LINE = 13
export const NAME_LINES = 2
const GAP = 5
const LETTERS = 15

/** How far the words of a node reach from its centre. */
export const reach = (lines: number) => RADIUS + GAP + lines * LINE

/** Places around an ellipse, evenly spread, the first at the top right; one alone stands at the right. */
export function around(count: number, width: number, height: number, margin: Point): Node[] {
  const rx = width / 2 - margin.x
  const ry = height / 2 - margin.y
  const start = count === 1 ? 0 : -Math.PI / 2 + (count === 2 ? Math.PI / 2 : Math.PI / count)
  return Array.from({ length: count }, (_, index) => {
    const angle = start + (index * 2 * Math.PI) / count
    const y = height / 2 + ry * Math.sin(angle)
    return { x: width / 2 + rx * Math.cos(angle), y, above: y < height / 2 - 1 }
  })
}

/** The line between two circles, from rim to rim. */
export function between(from: Point, to: Point): { x1: number; y1: number; x2: number; y2: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const start = CENTRE_RADIUS + 3
  const end = length - RADIUS - 3
  return { x1: from.x + dx * start, y1: from.y + dy * start, x2: from.x + dx * end, y2: from.y + dy * end }
}

const shortened = (text: string) => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1).trimEnd()}…` : text)

/** A name on at most two lines, broken between words; what does not fit ends in an ellipsis. */
export function nameLines(name: string): string[] {
  const words = name.split(/\s+/)
  let first = words.shift() ?? ''
  while (words[0] && first.length + 1 + words[0].length <= LETTERS) first += ` ${words.shift() ?? ''}`
  return [first, words.join(' ')].filter(Boolean).map(shortened)
}

/** The baselines of a node's words, first line first. */
export function baselines(node: Node, lines: number): number[] {
  const top = node.above ? node.y - reach(lines) : node.y + RADIUS + GAP
  return Array.from({ length: lines }, (_, index) => top + (index + 1) * LINE - 3)
}
