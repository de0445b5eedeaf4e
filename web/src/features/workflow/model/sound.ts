import { type Definition, KINDS, type Kind, type Lane, LANES, type State, type Text, type Transition } from './definition'

type Raw = Record<string, unknown>

const record = (value: unknown): Raw => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const word = (value: unknown) => (typeof value === 'string' ? value : '')
const words = (value: unknown): string[] => list(value).map(word)
const text = (value: unknown): Text => ({ id: word(record(value).id), en: word(record(value).en) })

function state(value: unknown): State {
  const raw = record(value)
  const place = record(raw.position)
  return {
    key: word(raw.key),
    title: text(raw.title),
    kind: KINDS.includes(raw.kind as Kind) ? (raw.kind as Kind) : 'task',
    lane: LANES.includes(raw.lane as Lane) ? (raw.lane as Lane) : 'system',
    ...(typeof raw.counts_as === 'string' && { counts_as: raw.counts_as }),
    position: Number.isFinite(place.x) && Number.isFinite(place.y) ? { x: Number(place.x), y: Number(place.y) } : null,
    timers: list(raw.timers).map((each) => {
      const timer = record(each)
      const after = record(timer.after)
      const then = record(timer.then)
      const seconds = (name: string) => (typeof after[name] === 'number' ? (after[name] as number) : 86_400)
      return {
        key: word(timer.key),
        after: 'field' in after ? { field: word(after.field) } : 'working_seconds' in after ? { working_seconds: seconds('working_seconds'), calendar: word(after.calendar) } : { seconds: seconds('seconds') },
        then: 'action' in then ? { action: word(then.action), with: record(then.with) } : { transition: word(then.transition) },
      }
    }),
  }
}

const people = (value: unknown) => {
  const raw = record(value)
  return { roles: words(raw.roles), reach: (['OWN', 'PORTFOLIO', 'BRANCH', 'ALL'] as const).find((reach) => reach === raw.reach) ?? ('BRANCH' as const) }
}

function transition(value: unknown): Transition {
  const raw = record(value)
  const guard = record(raw.guard)
  return {
    key: word(raw.key),
    title: text(raw.title),
    from: words(raw.from),
    to: word(raw.to),
    by: raw.by === null || raw.by === undefined ? null : record(raw.by).system ? { system: true } : people(raw.by),
    guard: typeof guard.cel === 'string' ? { cel: guard.cel } : guard.rule ? ({ rule: guard.rule } as Transition['guard']) : null,
    checks: words(raw.checks),
    required: list(raw.required).map((each) => {
      const { field, min_length: least } = record(each)
      return { field: word(field), ...(typeof least === 'number' && { min_length: least }) }
    }),
    effects: list(raw.effects).map((each) => ({ action: word(record(each).action), with: record(record(each).with) })),
    rollback: raw.rollback ? people(raw.rollback) : null,
  }
}

/** A draft may have been saved from elsewhere in any shape: what is missing is filled, so that it can be seen and mended. */
export function sound(content: unknown): Definition {
  const raw = record(content)
  return { key: word(raw.key), title: text(raw.title), subject: word(raw.subject), states: list(raw.states).map(state), transitions: list(raw.transitions).map(transition) }
}
