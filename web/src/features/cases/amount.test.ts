import { expect, it } from 'vitest'

import { duration } from './amount'

it('shows the two largest units of a span of time', () => {
  const words = { d: 'hr', h: 'j', m: 'mnt' }
  expect([0, 59, 60, 3600, 5400, 86_400, 90_000, 90_060, -7260].map((each) => duration(each, words))).toEqual(['0 mnt', '0 mnt', '1 mnt', '1 j', '1 j 30 mnt', '1 hr', '1 hr 1 j', '1 hr 1 j', '2 j 1 mnt'])
})
