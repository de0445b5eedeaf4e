import { expect, it } from 'vitest'

import { filtersOf, isFiltered, isNumber, keptFilters, listQuery, sameFilters } from './filters'

it('keeps what was chosen as a view and opens it again as it was', () => {
  const filters = { view: 'mine', assignee: 'me', q: '12', status: ['NEW'], overdue: '1' }

  expect(keptFilters(filters)).toEqual({ assignee: 'me', status: ['NEW'], overdue: true })
  expect(filtersOf(keptFilters(filters) as Record<string, unknown>)).toEqual({ assignee: 'me', status: ['NEW'], overdue: '1' })
})

it('takes filters for the same in whatever order they were chosen', () => {
  expect(sameFilters({ status: ['NEW', 'ESCALATED'], view: 'a' }, { status: ['ESCALATED', 'NEW'] })).toBe(true)
  expect(sameFilters({ status: ['NEW'] }, { status: ['NEW'], overdue: '1' })).toBe(false)
  expect([isFiltered({ view: 'mine', sort: 'due' }), isFiltered({ q: '12' })]).toEqual([false, true])
})

it('asks for open cases by their due time, and sends no order or state that the part of the list has not', () => {
  expect(listQuery({ sort: 'priority' })).toEqual({ sort: 'priority' })
  expect(listQuery({ scope: 'closed', sort: 'priority', status: ['NEW'] })).toEqual({ scope: 'closed' })
  expect(listQuery({ scope: 'whatever' })).toEqual({})
})

it('takes what can be a case number, whole or its end, and asks for nothing else', () => {
  expect(['CASE-2026-MDN-000123', 'case 2026 mdn 123', 'MDN-123', ' 123 ', '123'].map(isNumber)).toEqual([true, true, true, true, true])
  expect(['Budi Santoso', 'CASE-2026-MDN-', '081260001002x', '1234567890', ''].map(isNumber)).toEqual([false, false, false, false, false])
  expect([listQuery({ q: '12' }), listQuery({ q: 'Budi' })]).toEqual([{ q: '12' }, {}])
})
