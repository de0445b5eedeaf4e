import { expect, it } from 'vitest'

import { isProposal } from './proposal'

it('knows a change that waits from what the change would have answered', () => {
  expect(isProposal({ id: 'p-1', kind: 'users_set_roles', kind_name: 'Ubah peran', by_codes: false })).toBe(true)
  expect(isProposal({ id: 'u-1', full_name: 'Rina Hapsari', kind: 'USER' })).toBe(false)
  expect(isProposal(undefined)).toBe(false)
  expect(isProposal(null)).toBe(false)
})
