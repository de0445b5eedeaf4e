import { describe, expect, it } from 'vitest'

import type { GrantResource, Role } from '../types'
import { bands, differs, isChanged, type Pending, reachesOf, rebased, shown, withCell, withChanges } from './model'

const cell = (reach: 'NONE' | 'OWN' | 'BRANCH' | 'ALL', per_user = false, shipped: 'OWN' | 'BRANCH' | null = null) => ({
  reach,
  per_user,
  limit: null,
  locked: null,
  shipped: shipped && { reach: shipped, per_user: false },
})
const cases: GrantResource = {
  key: 'case',
  name: 'Kasus',
  group: 'service',
  actions: ['R', 'C', 'U', 'X'],
  least_reach: 'OWN',
  cells: { AGENT: { R: cell('BRANCH', false, 'BRANCH'), U: cell('OWN', false, 'OWN') }, OWNED: { R: cell('BRANCH') } },
}
const agent = { key: 'AGENT', shipped: true } as Role
const none: Pending = new Map()

describe('a cell', () => {
  it('is changed on the screen alone, and is no change once it is set back', () => {
    const once = withCell(none, cases, 'AGENT', 'C', { reach: 'BRANCH', per_user: false })
    expect(shown(cases, once, 'AGENT', 'C').reach).toBe('BRANCH')
    expect(shown(cases, none, 'AGENT', 'C').reach).toBe('NONE')
    expect(isChanged(cases, once, 'AGENT')).toBe(true)
    expect(withCell(once, cases, 'AGENT', 'C', { reach: 'NONE', per_user: true }).size).toBe(0)
  })

  it('names its actions by how far they go, the widest first', () => {
    const pending = withCell(none, cases, 'AGENT', 'X', { reach: 'BRANCH', per_user: true })
    expect(bands(cases, pending, 'AGENT')).toEqual([
      { reach: 'BRANCH', actions: [{ action: 'R', per_user: false }, { action: 'X', per_user: true }] },
      { reach: 'OWN', actions: [{ action: 'U', per_user: false }] },
    ])
    expect(bands(cases, none, 'RM')).toEqual([])
  })

  it('differs from what is shipped until it is led back; a role of our own has nothing to differ from', () => {
    expect(differs(cases, none, agent)).toBe(false)
    expect(differs(cases, withCell(none, cases, 'AGENT', 'U', { reach: 'ALL', per_user: false }), agent)).toBe(true)
    expect(differs(cases, none, { key: 'OWNED', shipped: false } as Role)).toBe(false)
  })
})

describe('changes', () => {
  it('of a role or the whole table are laid over those on the screen', () => {
    const pending = withCell(none, cases, 'AGENT', 'C', { reach: 'ALL', per_user: false })
    const laid = withChanges(pending, [cases], [
      { role: 'AGENT', resource: 'case', action: 'C', reach: 'NONE', per_user: false },
      { role: 'AGENT', resource: 'case', action: 'R', reach: 'ALL', per_user: false },
      { role: 'AGENT', resource: 'unknown', action: 'R', reach: 'ALL', per_user: false },
    ])
    expect([...laid.values()]).toEqual([{ role: 'AGENT', resource: 'case', action: 'R', reach: 'ALL', per_user: false }])
  })

  it('that somebody else has saved already are none any more', () => {
    const pending = withCell(withCell(none, cases, 'AGENT', 'U', { reach: 'BRANCH', per_user: false }), cases, 'AGENT', 'C', { reach: 'ALL', per_user: false })
    const saved: GrantResource = { ...cases, cells: { ...cases.cells, AGENT: { ...cases.cells.AGENT, U: cell('BRANCH') } } }
    expect([...rebased(pending, [saved]).keys()]).toEqual(['AGENT case C'])
  })

  it('offer only reaches that mean something', () => {
    expect(reachesOf(cases)).toEqual(['NONE', 'OWN', 'PORTFOLIO', 'BRANCH', 'ALL'])
    expect(reachesOf({ ...cases, least_reach: 'ALL' })).toEqual(['NONE', 'ALL'])
  })
})
