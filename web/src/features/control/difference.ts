/* What a change would write, field by field in words: a pure reading of what the server rehearsed. */
import { dateTime } from '~/lib/format'
import type { Change } from './query'

export interface Line {
  key: string
  name: string
  before: string
  after: string
}

export interface DifferenceWords {
  field: (key: string) => string
  /** A code of a field as it reads; itself where it has no other word. */
  code: (field: string, value: string) => string
  yes: string
  no: string
  none: string
  grant: (place: string) => string | undefined
  reach: (value: string) => string
  setting: (key: string) => string | undefined
  settingValue: (key: string, value: unknown) => string
}

type Part = Record<string, unknown>

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** How a value reads, whatever it is made of. */
export function wordsOf(field: string, value: unknown, words: DifferenceWords): string {
  if (value === null || value === undefined || value === '') return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.length > 0 ? value.map((each) => wordsOf(field, each, words)).join(', ') : words.none
  if (isPart(value)) {
    const parts = Object.entries(value).filter(([, each]) => each !== null && each !== undefined && each !== '')
    return parts.length > 0 ? parts.map(([key, each]) => `${words.field(key)}: ${wordsOf(key, each, words)}`).join('; ') : words.none
  }
  if (typeof value === 'string') return INSTANT.test(value) ? dateTime(value) : words.code(field, value)
  return String(value)
}

/** What is made anew when the change is applied, and so would be other than it reads; and what the act says already. */
const UNSAID = new Set(['prefix', 'change'])

/** The fields that differ, each with what it holds now and what it would hold. */
export function linesOf(change: Pick<Change, 'before' | 'after'>, words: DifferenceWords): Line[] {
  const [old, now] = [change.before ?? {}, change.after ?? {}]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) => {
    if (UNSAID.has(key) || same(old[key], now[key])) return []
    const line = { key, ...said(key, old[key], now[key], words) }
    // Nothing instead of nothing is no difference.
    return line.before === words.none && line.after === words.none ? [] : [line]
  })
}

/** A field by what it is: the grant of a role, such as `AGENT case:U`, a setting, or any other. */
function said(key: string, before: unknown, after: unknown, words: DifferenceWords): Omit<Line, 'key'> {
  const [grant, setting] = [words.grant(key), words.setting(key)]
  if (grant) return { name: grant, before: words.reach(String(before ?? 'NONE')), after: words.reach(String(after ?? 'NONE')) }
  const say = (value: unknown) => (setting && value !== undefined ? words.settingValue(key, value) : wordsOf(key, value, words))
  return { name: setting ?? words.field(key), before: say(before), after: say(after) }
}

/** Sentences that say a change whole, such as those of a configuration's import. */
export function sentencesOf(change: Pick<Change, 'after'>): string[] {
  const list: unknown = change.after?.sentences
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : []
}
