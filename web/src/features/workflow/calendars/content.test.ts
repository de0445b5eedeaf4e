import { describe, expect, it } from 'vitest'

import type { CalendarContent, CalendarDay, CalendarHoliday } from '~/api/models'
import {
  changedDays,
  countChanges,
  dayState,
  decided,
  hoursOf,
  intervalProblems,
  nextInterval,
  readClock,
  shiftDay,
  shiftMonth,
  weekdayOf,
  weeksOf,
  withRule,
  yearStates,
} from './content'

const hours = [
  { opens: '08:00', closes: '12:00' },
  { opens: '13:00', closes: '17:00' },
]
const content: CalendarContent = {
  title: { id: 'Kantor', en: 'Office' },
  zone: 'Asia/Jakarta',
  region: 'ID',
  weekly: [hours, hours, hours, hours, hours, [], []],
  joint_leave_works: true,
  days: [],
}
const holiday: CalendarHoliday = { day: '2026-08-17', kind: 'HOLIDAY', name: { id: 'Merdeka', en: 'Independence' }, estimated: false }
const rule = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  ...{ day: '2026-08-17', kind: 'HOLIDAY', decision: 'APPROVED', name: holiday.name, works: null, intervals: null, proposed: true, estimated: false },
  ...more,
})

describe('days', () => {
  it('begins the week on Monday', () => {
    expect(weekdayOf('2026-08-17')).toBe(0)
    expect(weekdayOf('2026-08-16')).toBe(6)
    expect(weeksOf(2026, 7)[0]).toEqual([null, null, null, null, null, '2026-08-01', '2026-08-02'])
    expect(weeksOf(2026, 1).flat().filter(Boolean)).toHaveLength(28)
  })

  it('moves by days and months over the ends of years', () => {
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
    expect(shiftMonth('2026-03-31', -1)).toBe('2026-02-28')
    expect(shiftMonth('2026-12-15', 1)).toBe('2027-01-15')
  })

  it('follows the week until a rule says otherwise', () => {
    expect(dayState(content, '2026-08-14', undefined, undefined)).toMatchObject({ word: 'WORK', works: true })
    expect(dayState(content, '2026-08-15', undefined, undefined)).toMatchObject({ word: 'OFF', works: false })
    expect(dayState(content, '2026-08-17', rule(), holiday)).toMatchObject({ word: 'HOLIDAY', works: false, proposal: undefined })
    expect(dayState(content, '2026-08-17', rule({ decision: 'REJECTED' }), holiday)).toMatchObject({ word: 'WORK', works: true })
    expect(dayState(content, '2026-08-15', rule({ kind: 'SPECIAL', intervals: hours }), undefined)).toMatchObject({ word: 'SPECIAL', works: true })
  })

  it('counts joint leave by the calendar unless the day says otherwise, and never on a day off', () => {
    const leave = rule({ kind: 'JOINT_LEAVE' })
    expect(dayState(content, '2026-12-24', leave, undefined).works).toBe(true)
    expect(dayState({ ...content, joint_leave_works: false }, '2026-12-24', leave, undefined).works).toBe(false)
    expect(dayState(content, '2026-12-24', { ...leave, works: false }, undefined).works).toBe(false)
    expect(dayState(content, '2026-12-26', leave, undefined).works).toBe(false)
  })

  it('proposes what nobody decided about, and to drop what the library took back', () => {
    expect(dayState(content, '2026-08-17', undefined, holiday)).toMatchObject({ word: 'WORK', proposal: 'ADD' })
    expect(dayState(content, '2026-08-17', rule(), undefined)).toMatchObject({ word: 'HOLIDAY', proposal: 'REMOVE' })
    expect(dayState({ ...content, region: null }, '2026-08-17', undefined, holiday).proposal).toBeUndefined()
    expect(yearStates(content, 2028, []).size).toBe(366)
  })

  it('decides a proposal either way', () => {
    const add = dayState(content, '2026-08-17', undefined, holiday)
    expect(decided(content, add, '2026-08-17', 'REJECTED').days).toEqual([rule({ decision: 'REJECTED' })])
    const standing = withRule(content, rule())
    const remove = dayState(standing, '2026-08-17', rule(), undefined)
    expect(decided(standing, remove, '2026-08-17', 'APPROVED').days).toEqual([])
    expect(decided(standing, remove, '2026-08-17', 'REJECTED').days).toEqual([rule({ proposed: false })])
  })
})

describe('changes', () => {
  it('are counted by place', () => {
    const changed = withRule({ ...content, zone: 'Asia/Makassar', weekly: [[], ...content.weekly.slice(1)] }, rule())
    expect(countChanges(content, changed)).toBe(3)
    expect(countChanges(changed, changed)).toBe(0)
    expect(countChanges(changed, withRule(changed, rule({ works: null })))).toBe(0)
  })

  it('mark the days whose rule is another than the one in force', () => {
    const published = withRule(withRule(content, rule()), rule({ day: '2026-12-24' }))
    const draft = withRule({ ...published, days: published.days.filter((each) => each.day !== '2026-12-24') }, rule({ day: '2026-06-01' }))
    expect(changedDays(published, draft)).toEqual(new Set(['2026-12-24', '2026-06-01']))
    expect(changedDays(published, withRule(published, rule({ works: false })))).toEqual(new Set(['2026-08-17']))
    expect(changedDays(published, published).size).toBe(0)
    expect(changedDays(undefined, published).size).toBe(0)
  })
})

describe('hours', () => {
  it('are read as people write them', () => {
    expect(['8', '08.30', '0830', ' 8:05 ', '24', '24:00', '0'].map(readClock)).toEqual(['08:00', '08:30', '08:30', '08:05', '24:00', '24:00', '00:00'])
    expect(['', '25', '24:01', '8:60', 'delapan', '8:5'].map(readClock)).toEqual([null, null, null, null, null, null])
  })

  it('are summed and checked', () => {
    expect(hoursOf(hours)).toBe(8)
    expect(intervalProblems(hours).size).toBe(0)
    expect([...intervalProblems([{ opens: '08:00', closes: '12:00' }, { opens: '11:00', closes: '13:00' }, { opens: '14:00', closes: '14:00' }])]).toEqual([
      [1, 'overlap'],
      [2, 'order'],
    ])
    expect(intervalProblems([{ opens: '08:00', closes: '12:00' }, { opens: '12:00', closes: '24:00' }]).size).toBe(0)
  })

  it('grow after the last one until the day is full', () => {
    expect(nextInterval([])).toEqual({ opens: '08:00', closes: '17:00' })
    expect(nextInterval([{ opens: '08:00', closes: '12:00' }])).toEqual({ opens: '13:00', closes: '17:00' })
    expect(nextInterval([{ opens: '08:00', closes: '22:30' }])).toEqual({ opens: '23:00', closes: '24:00' })
    expect(nextInterval([{ opens: '00:00', closes: '24:00' }])).toBeNull()
  })
})
