import { expect, it } from 'vitest'

import { innerPath, parseSearch, stringifySearch } from '~/lib/search'

it('writes plain parameters and reads them back', () => {
  const text = stringifySearch({ status: 'PENDING', kind: ['A', 'B'], branch: '001', from: undefined, to: '' })
  expect(text).toBe('?status=PENDING&kind=A&kind=B&branch=001')
  expect(parseSearch(text)).toEqual({ status: 'PENDING', kind: ['A', 'B'], branch: '001' })
})

it('returns only to places inside this program', () => {
  expect(innerPath('/customers?status=ACTIVE')).toBe('/customers?status=ACTIVE')
  for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in?next=/x', 7]) {
    expect(innerPath(elsewhere)).toBeUndefined()
  }
})
