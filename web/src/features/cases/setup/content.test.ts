import { expect, it } from 'vitest'

import { differences, hoursOf, newRule } from './content'
import type { LevelContent } from './query'

const content = (part: Partial<LevelContent> = {}): LevelContent => ({
  calendar: 'always',
  legal_rules: 'pojk-22-2023',
  pause_cap_hours: 72,
  ladder: [{ percent: 80, working_days: 0, level: 2, act: 'NOTIFY' }],
  rules: [newRule('OTHER', 72)],
  ...part,
})

it('names every value that differs, and nothing that does not', () => {
  const changed = newRule('OTHER', 72)
  changed.targets.HIGH = { first_response_hours: 1, resolution_hours: 24 }
  const after = content({
    calendar: 'office-wib',
    pause_cap_hours: 24,
    rules: [changed, newRule('CARD_ATM', 48)],
    ladder: [{ percent: 100, working_days: 0, level: 3, act: 'REASSIGN' }],
  })

  expect(differences(content(), content())).toEqual([])
  expect(differences(content(), after)).toEqual([
    { of: 'calendar', before: 'always', after: 'office-wib' },
    { of: 'pause_cap_hours', before: 72, after: 24 },
    { of: 'target', category: 'OTHER', priority: 'HIGH', before: { first_response_hours: 7, resolution_hours: 72 }, after: { first_response_hours: 1, resolution_hours: 24 } },
    { of: 'rule', category: 'CARD_ATM', added: true },
    { of: 'rung', rung: { percent: 80, working_days: 0, level: 2, act: 'NOTIFY' }, added: false },
    { of: 'rung', rung: { percent: 100, working_days: 0, level: 3, act: 'REASSIGN' }, added: true },
  ])
})

it('tells a category that was taken out', () => {
  expect(differences(content(), content({ rules: [] }))).toEqual([{ of: 'rule', category: 'OTHER', added: false }])
})

it('reads hours with a comma or a point, and refuses what is none', () => {
  expect(['0,25', '72', ' 1.5 ', '', '-1', 'x', '0'].map(hoursOf)).toEqual([0.25, 72, 1.5, null, null, null, null])
})
