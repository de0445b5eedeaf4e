import { Fragment } from 'react'

interface Props {
  text: string
  /** Pairs of start and end, in characters, as the server found them. */
  marks?: readonly (readonly number[])[] | null
}

/** Cuts the text at its marks; marks that overlap, run backwards or past the end do no harm. */
export function pieces(text: string, marks: Props['marks']): { text: string; marked: boolean }[] {
  const letters = Array.from(text)
  const flags = letters.map(() => false)
  for (const [start = 0, end = 0] of marks ?? []) {
    for (let index = Math.max(0, start); index < Math.min(letters.length, end); index += 1) flags[index] = true
  }
  const cut: { text: string; marked: boolean }[] = []
  letters.forEach((letter, index) => {
    const last = cut.at(-1)
    const marked = flags[index] ?? false
    if (last && last.marked === marked) last.text += letter
    else cut.push({ text: letter, marked })
  })
  return cut
}

export function Marked({ text, marks }: Props) {
  return pieces(text, marks).map((piece, index) =>
    piece.marked ? <mark key={index}>{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>,
  )
}
