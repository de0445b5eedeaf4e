import { expect, test } from 'vitest'

import type { RoleConflict } from '../types'
import { conflictsAmong } from './model'

const role = (key: string, based_on: string | null = null) => ({ key, based_on: based_on ? { key: based_on, name: based_on } : null })
const pair = (first: string, second: string) => ({ id: `${first}+${second}`, first: { key: first, name: first }, second: { key: second, name: second } }) as RoleConflict
const ROLES = [role('ADMIN'), role('COMPLIANCE'), role('RM'), role('FINANCE'), role('RM_PRIORITAS', 'RM')]
const PAIRS = [pair('ADMIN', 'COMPLIANCE'), pair('FINANCE', 'RM')]
const found = (picked: string[], before: string[] = [], excepted: string[] = []) => conflictsAmong(PAIRS, ROLES, picked, before, new Set(excepted)).map((each) => each.roles)

test('both roles of a pair are found, and a role made after one of them as well', () => {
  expect(found(['RM', 'FINANCE'])).toEqual([['FINANCE', 'RM']])
  expect(found(['RM_PRIORITAS', 'FINANCE'])).toEqual([['FINANCE', 'RM_PRIORITAS']])
  expect(found(['RM', 'RM_PRIORITAS', 'ADMIN'])).toEqual([])
})

test('what was held before and what is excepted is left alone', () => {
  expect(found(['RM', 'FINANCE'], ['RM', 'FINANCE'])).toEqual([])
  expect(found(['RM', 'FINANCE', 'RM_PRIORITAS'], ['RM', 'FINANCE'])).toEqual([['FINANCE', 'RM_PRIORITAS']])
  expect(found(['RM', 'FINANCE'], [], ['FINANCE+RM'])).toEqual([])
})
