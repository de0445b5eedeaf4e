import { date, dateTime, relative } from '~/lib/format'
import { useNow } from '~/lib/clock'

/** Without the words that a column can do without. */
const narrow = (words: string) => words.replace(' yang lalu', ' lalu').replace(/ minutes? ago$/, ' min ago')

/** The day, with the exact time on hover: where a record must say when, not how long ago. */
export function On({ at }: { at: string }) {
  return (
    <time dateTime={at} title={dateTime(at)} className="nowrap">
      {date(at)}
    </time>
  )
}

/** Relative time, with the exact one on hover; short for a narrow column. */
export function Ago({ at, short }: { at: string; short?: boolean }) {
  const now = useNow()
  return (
    <time dateTime={at} title={dateTime(at)} className="nowrap">
      {short ? narrow(relative(at, now)) : relative(at, now)}
    </time>
  )
}
