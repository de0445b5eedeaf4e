import type { LevelContent, LevelRule, Priority, Rung, Target } from './query'
import { PRIORITIES } from './query'

/** One difference between two contents; `before` and `after` hold what stands on either side, null where there is nothing. */
export type Difference =
  | { of: 'calendar' | 'legal_rules'; before: string | null; after: string | null }
  | { of: 'pause_cap_hours'; before: number; after: number }
  | { of: 'rule'; category: string; added: boolean }
  | { of: 'target'; category: string; priority: Priority; before: Target; after: Target }
  | { of: 'rung'; rung: Rung; added: boolean }

const ORDER = ['percent', 'working_days', 'level', 'act'] as const
const rungKey = (rung: Rung) => ORDER.map((name) => rung[name]).join(':')

/** What differs, in the order of the page. */
export function differences(before: LevelContent | null, after: LevelContent): Difference[] {
  if (!before) return after.rules.map(({ category }) => ({ of: 'rule', category, added: true }))
  const found: Difference[] = []
  if (before.calendar !== after.calendar) found.push({ of: 'calendar', before: before.calendar, after: after.calendar })
  if ((before.legal_rules ?? null) !== (after.legal_rules ?? null)) found.push({ of: 'legal_rules', before: before.legal_rules ?? null, after: after.legal_rules ?? null })
  if (before.pause_cap_hours !== after.pause_cap_hours) found.push({ of: 'pause_cap_hours', before: before.pause_cap_hours, after: after.pause_cap_hours })
  const old = new Map(before.rules.map((rule) => [rule.category, rule]))
  const now = new Set(after.rules.map((rule) => rule.category))
  for (const rule of after.rules) {
    const was = old.get(rule.category)
    if (!was) found.push({ of: 'rule', category: rule.category, added: true })
    else found.push(...targets(was, rule))
  }
  for (const rule of before.rules) if (!now.has(rule.category)) found.push({ of: 'rule', category: rule.category, added: false })
  const rungs = [new Set(before.ladder.map(rungKey)), new Set(after.ladder.map(rungKey))] as const
  for (const rung of before.ladder) if (!rungs[1].has(rungKey(rung))) found.push({ of: 'rung', rung, added: false })
  for (const rung of after.ladder) if (!rungs[0].has(rungKey(rung))) found.push({ of: 'rung', rung, added: true })
  return found
}

function targets(before: LevelRule, after: LevelRule): Difference[] {
  return PRIORITIES.flatMap((priority) => {
    const [was, is] = [before.targets[priority], after.targets[priority]]
    if (!was || !is || (was.first_response_hours === is.first_response_hours && was.resolution_hours === is.resolution_hours)) return []
    return [{ of: 'target' as const, category: after.category, priority, before: was, after: is }]
  })
}

/** What a rule for a category starts with: the hours given, and a first response after a tenth of them. */
export function newRule(category: string, hours: number): LevelRule {
  const target: Target = { first_response_hours: Math.max(0.25, Math.floor((hours / 10) * 4) / 4), resolution_hours: hours }
  return { category, targets: Object.fromEntries(PRIORITIES.map((priority) => [priority, { ...target }])) }
}

/** Hours as somebody types them, with a comma or a point; null for what is no number. */
export function hoursOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null
}

const EMPTY: LevelContent = { calendar: '', legal_rules: null, pause_cap_hours: 0, ladder: [], rules: [] }

/** The draft, or what is in force where there is none. */
export const contentOf = (level: { draft?: unknown; content?: unknown }): LevelContent => (level.draft ?? level.content ?? EMPTY) as LevelContent
