/* Helps to write a guard in CEL: which name is being typed, and which names would fit there. */

export interface Typed {
  word: string
  from: number
  to: number
}

/** The name around the caret; nothing inside a text in quotes. */
export function wordAt(text: string, caret: number): Typed | null {
  const before = text.slice(0, caret)
  const quotes = before.match(/(?<!\\)["']/g)?.length ?? 0
  if (quotes % 2 === 1) return null
  const start = before.match(/[A-Za-z_][A-Za-z0-9_]*$/)
  if (!start) return null
  const rest = text.slice(caret).match(/^[A-Za-z0-9_]*/)?.[0].length ?? 0
  return { word: start[0], from: caret - start[0].length, to: caret + rest }
}

export const insert = (text: string, { from, to }: Pick<Typed, 'from' | 'to'>, name: string) => ({
  text: text.slice(0, from) + name + text.slice(to),
  caret: from + name.length,
})
