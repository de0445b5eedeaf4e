/** A round number at or above the largest, to draw the bars against. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(0, ...values)
  if (most <= 4) return 4
  const size = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 5, 10].find((each) => each * size >= most) ?? 10
  return step * size
}
