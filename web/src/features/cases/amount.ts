/** At most the two largest units, and nothing that is zero; the sign is the caller's. */
export function duration(seconds: number, words: { d: string; h: string; m: string }): string {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), words.d],
    [Math.floor((minutes % 1440) / 60), words.h],
    [minutes % 60, words.m],
  ]
  const first = parts.findIndex(([value]) => value > 0)
  if (first === -1) return `0 ${words.m}`
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, word]) => `${value} ${word}`)
    .join(' ')
}
