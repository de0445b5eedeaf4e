import { expect, it } from 'vitest'

import type { CaseRow } from '../model'
import { named, type Result, wayBack } from './undo'

const row = (id: string, user: string | null, unit: string | null) =>
  ({ id, case_no: id, status: 'NEW', assignee: user && { id: user, full_name: user }, unit: unit && { code: unit, name: unit } }) as unknown as CaseRow
const result = (id: string, status: string | null = 'NEW') => ({ id, ok: status !== null, status, version: status && 5, code: null, message: null }) as unknown as Result

it('names the first three cases and counts the others', () => {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((id) => row(id, null, null))

  expect([named(rows.slice(0, 1)), named(rows.slice(0, 3)), named(rows)]).toEqual(['A', 'A, B, C', 'A, B, C +2'])
})

it('brings assigned cases back to whom they had, where that leaves them as they were', () => {
  const rows = [row('A', 'ana', null), row('B', 'ana', null), row('C', 'budi', 'CARD'), row('D', null, 'CARD'), row('E', null, null), row('F', 'ana', null), row('G', 'ana', null)]
  const results = [...rows.slice(0, 5).map((each) => result(each.id)), result('F', 'IN_PROGRESS'), result('G', null)]
  const back = (asked: object) => wayBack(asked, rows, results).map((each) => [each.user_id, each.unit_code, each.rows])
  const at = (...ids: string[]) => ids.map((id) => ({ id, version: 5 }))

  expect(back({ user_id: 'citra' })).toEqual([
    ['ana', undefined, at('A', 'B')],
    ['budi', undefined, at('C')],
    [undefined, 'CARD', at('D')],
  ])
  expect(back({ unit_code: 'LOAN' })).toEqual([
    ['budi', 'CARD', at('C')],
    [undefined, 'CARD', at('D')],
  ])
})
