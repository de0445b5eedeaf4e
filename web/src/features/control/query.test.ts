import { expect, it } from 'vitest'

import { askedBy } from './query'

it('asks for what waits, the newest first, until the address says otherwise', () => {
  expect(askedBy({})).toEqual({ status: ['PROPOSED'], kind: undefined, mine: undefined, sort: '-proposed_at', limit: 50 })
  expect(askedBy({ view: 'over', kind: 'grants_save', mine: 'yes', sort: 'expires_at' })).toEqual({
    status: ['DECLINED', 'WITHDRAWN', 'EXPIRED', 'STALE'],
    kind: 'grants_save',
    mine: true,
    sort: 'expires_at',
    limit: 50,
  })
})

it('asks for everything by name, and takes nothing that the address made up', () => {
  expect(askedBy({ view: 'all' }).status).toBeUndefined()
  expect(askedBy({ view: 'x', mine: 'maybe', sort: 'name' })).toEqual(askedBy({}))
})
