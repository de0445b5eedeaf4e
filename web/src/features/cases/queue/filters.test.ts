import { expect, it } from 'vitest'

import { filtersOf, isFiltered, keptFilters, listQuery, sameFilters } from './filters'

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
