import { dateTime, relative } from '~/lib/format'
import { useNow } from '~/lib/clock'

/** Relative time, with the exact one on hover. */
export function Ago({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={dateTime(at)} className="nowrap">
      {relative(at, now)}
    </time>
  )
}
