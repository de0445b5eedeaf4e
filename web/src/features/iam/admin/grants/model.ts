/* The grant table under edit: what stands on the server, and what is changed on top of it. Nothing is changed in place. */
import type { Act, GrantChange, GrantResource, Reach, Role } from '../types'

export interface Value {
  reach: Reach
  per_user: boolean
}

export interface Place {
  role: string
  resource: string
  action: Act
}

/** The changed cells by their place. */
export type Pending = ReadonlyMap<string, GrantChange>

export const NOTHING: Value = { reach: 'NONE', per_user: false }
export const REACHES: readonly Reach[] = ['NONE', 'OWN', 'PORTFOLIO', 'BRANCH', 'ALL']
const WIDE = (reach: Reach) => REACHES.indexOf(reach)

const placeKey = ({ role, resource, action }: Place) => `${role} ${resource} ${action}`
const same = (one: Value, other: Value) => one.reach === other.reach && one.per_user === other.per_user

/** What the server holds of a cell. */
export function standing(resource: GrantResource, role: string, action: Act): Value {
  const cell = resource.cells[role]?.[action]
  return cell ? { reach: cell.reach, per_user: cell.per_user } : NOTHING
}

/** What the screen shows of a cell. */
export function shown(resource: GrantResource, pending: Pending, role: string, action: Act): Value {
  return pending.get(placeKey({ role, resource: resource.key, action })) ?? standing(resource, role, action)
}

/** Sets a cell; one that is set back to what stands is no change any more. */
export function withCell(pending: Pending, resource: GrantResource, role: string, action: Act, value: Value): Pending {
  const next = new Map(pending)
  const place = { role, resource: resource.key, action }
  // Nobody is named for nothing.
  const clean = value.reach === 'NONE' ? NOTHING : value
  if (same(clean, standing(resource, role, action))) next.delete(placeKey(place))
  else next.set(placeKey(place), { ...place, reach: clean.reach, per_user: clean.per_user })
  return next
}

/** Lays changes over those on the screen, such as what leads back to the shipped table. */
export function withChanges(pending: Pending, resources: readonly GrantResource[], changes: readonly GrantChange[]): Pending {
  return changes.reduce<Pending>((found, change) => {
    const resource = resources.find((each) => each.key === change.resource)
    return resource ? withCell(found, resource, change.role, change.action, { reach: change.reach, per_user: change.per_user ?? false }) : found
  }, pending)
}

/** After somebody else saved: what they did already is no change any more. */
export const rebased = (pending: Pending, resources: readonly GrantResource[]): Pending => withChanges(new Map(), resources, [...pending.values()])

export interface Band {
  reach: Reach
  actions: { action: Act; per_user: boolean }[]
}

/** The actions of one cell by how far they go, the widest first. */
export function bands(resource: GrantResource, pending: Pending, role: string): Band[] {
  const found = new Map<Reach, Band>()
  for (const action of resource.actions) {
    const { reach, per_user } = shown(resource, pending, role, action)
    if (reach === 'NONE') continue
    const band = found.get(reach) ?? { reach, actions: [] }
    band.actions.push({ action, per_user })
    found.set(reach, band)
  }
  return [...found.values()].sort((one, other) => WIDE(other.reach) - WIDE(one.reach))
}

export const isChanged = (resource: GrantResource, pending: Pending, role: string) => resource.actions.some((action) => pending.has(placeKey({ role, resource: resource.key, action })))

/** Whether a cell, as the screen shows it, is not what the product ships; a role of one's own has nothing to differ from. */
export const differs = (resource: GrantResource, pending: Pending, role: Role) =>
  role.shipped && resource.actions.some((action) => !same(shown(resource, pending, role.key, action), resource.cells[role.key]?.[action]?.shipped ?? NOTHING))

/** The reaches that mean something for a resource. */
export const reachesOf = (resource: GrantResource) => REACHES.filter((reach) => reach === 'NONE' || WIDE(reach) >= WIDE(resource.least_reach))
