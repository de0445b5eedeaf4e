/* The rule tree as the builder shows it: groups and comparisons, each of which may be turned around. */

export type RuleNode =
  | { all: RuleNode[] }
  | { any: RuleNode[] }
  | { not: RuleNode }
  | { field: string; op: string; value?: unknown }

export interface Word {
  key: string
  name: string
}

export type FieldType = 'text' | 'integer' | 'money' | 'boolean' | 'date' | 'timestamp' | 'choice' | 'uuid' | 'text_set'

export interface Field {
  key: string
  type: FieldType
  label: string
  choices: Word[]
  operators: Word[]
  /** Under which heading the field stands in the list; none where the list is short. */
  group?: string
}

/** A list for a select; a key that the server does not know any more stays visible, so that it can be taken off. */
export function choicesOf(words: readonly Word[], chosen: readonly string[]): { value: string; label: string }[] {
  const known = words.map((word) => ({ value: word.key, label: word.name }))
  const lost = chosen.filter((key) => key !== '' && !words.some((word) => word.key === key))
  return [...known, ...lost.map((key) => ({ value: key, label: `${key} (?)` }))]
}

/** The fields for a select, under their headings where they have some. */
export function fieldChoices(fields: readonly Field[], chosen: string) {
  const named = fields.map((field) => ({ key: field.key, name: field.label }))
  const groups = [...new Set(fields.map((field) => field.group ?? ''))]
  if (groups.length < 2) return choicesOf(named, [chosen])
  const known = groups.map((group) => ({ group, items: fields.filter((field) => (field.group ?? '') === group).map((field) => ({ value: field.key, label: field.label })) }))
  const lost = choicesOf(named, [chosen]).slice(named.length)
  return lost.length > 0 ? [...known, { group: '?', items: lost }] : known
}

export type Comparison = Extract<RuleNode, { field: string }>

export interface GroupView {
  kind: 'group'
  every: boolean
  parts: RuleNode[]
}
export interface ComparisonView extends Comparison {
  kind: 'comparison'
}
/** A node without its `not`, and the path to what is inside. */
export interface View {
  negated: boolean
  path: string
  inner: GroupView | ComparisonView
}

export function viewOf(node: RuleNode, path: string): View {
  let negated = false
  let inner = node
  let at = path
  while ('not' in inner) {
    negated = !negated
    inner = inner.not
    at = `${at}/not`
  }
  if ('all' in inner) return { negated, path: `${at}/all`, inner: { kind: 'group', every: true, parts: inner.all } }
  if ('any' in inner) return { negated, path: `${at}/any`, inner: { kind: 'group', every: false, parts: inner.any } }
  return { negated, path: at, inner: { kind: 'comparison', ...inner } }
}

export function nodeOf({ negated, inner }: Pick<View, 'negated' | 'inner'>): RuleNode {
  let node: RuleNode
  if (inner.kind === 'group') node = inner.every ? { all: inner.parts } : { any: inner.parts }
  else {
    const { kind: _, ...comparison } = inner
    node = comparison
  }
  return negated ? { not: node } : node
}

/** The root as a group, so that one more condition can stand beside the only one. */
export const asGroup = (node: RuleNode): RuleNode => (viewOf(node, '').inner.kind === 'group' ? node : { all: [node] })

export const takesNothing = (op: string) => op === 'is_null' || op === 'not_null'
export const takesDays = (op: string) => op === 'before_days' || op === 'within_days'
export const takesSeveral = (op: string) => op === 'in' || op === 'not_in'
export const takesPair = (op: string) => op === 'between'

/** What the value becomes when a comparison gets another field or operator: kept where it still fits. */
export function valueFor(field: Field | undefined, op: string, before: unknown, sameField: boolean): unknown {
  if (takesNothing(op)) return undefined
  if (takesDays(op)) return typeof before === 'number' ? before : 30
  const kept = sameField ? before : undefined
  if (takesSeveral(op)) return Array.isArray(kept) ? kept : isPlain(kept) ? [kept] : []
  if (takesPair(op)) return Array.isArray(kept) && kept.length === 2 ? kept : [isPlain(kept) ? kept : '', '']
  if (field?.type === 'boolean') return typeof kept === 'boolean' ? kept : true
  return Array.isArray(kept) ? (kept[0] ?? '') : (kept ?? '')
}

const isPlain = (value: unknown) => value !== undefined && value !== null && value !== '' && !Array.isArray(value)

export function comparisonOn(field: Field | undefined): Comparison {
  const op = field?.operators[0]?.key ?? 'eq'
  const value = valueFor(field, op, undefined, false)
  return { field: field?.key ?? '', op, ...(value !== undefined && { value }) }
}

/** Whether every condition holds what its operator asks for, so that it can be counted. */
export function isComplete(node: RuleNode): boolean {
  if ('all' in node) return node.all.length > 0 && node.all.every(isComplete)
  if ('any' in node) return node.any.length > 0 && node.any.every(isComplete)
  if ('not' in node) return isComplete(node.not)
  if (!node.field) return false
  if (takesNothing(node.op)) return true
  if (takesSeveral(node.op)) return Array.isArray(node.value) && node.value.length > 0
  if (takesPair(node.op)) return Array.isArray(node.value) && node.value.length === 2 && node.value.every(isPlain)
  return isPlain(node.value)
}
