import { expect, it } from 'vitest'

import type { CampaignWhole } from '../campaigns/query'
import { changedFields, changeOf, stepOf, valuesOf } from './fields'

const campaign = {
  name: 'Tabungan Emas',
  objective_kind: 'PRODUCT_OFFER',
  objective: '',
  expected_result: '',
  segment: { segment_id: 's1' },
  channel: 'EMAIL',
  template: null,
  message_values: {},
  scheduled_at: '2026-11-27T02:30:00Z',
  budget: '1250000.50',
  holdout_percent: 10,
  hand_off: false,
} as unknown as CampaignWhole

it('shows an instant by the clock of Simpul and sends it back as the same', () => {
  const values = valuesOf(campaign)
  expect(values.scheduled_at).toBe('2026-11-27T09:30')
  expect(changeOf(values, ['scheduled_at'])).toEqual({ scheduled_at: '2026-11-27T09:30:00+07:00' })
  expect(changeOf({ ...values, scheduled_at: '' }, ['scheduled_at'])).toEqual({ scheduled_at: null })
})

it('sends only what changed, amounts as text', () => {
  const values = valuesOf(campaign)
  const next = { ...values, objective: ' Menambah tabungan ', budget: '900000', segment_id: null }
  expect(changedFields({ ...values, message_values: {} }, values)).toEqual([])
  expect(changedFields({ ...values, message_values: { 'promo.name': 'KUR' } }, values)).toEqual(['message_values'])
  expect(changeOf(next, changedFields(next, values))).toEqual({ objective: 'Menambah tabungan', budget: '900000', segment_id: null })
})

it('knows where each field is asked for', () => {
  expect([stepOf('objective'), stepOf('channel'), stepOf('template_id'), stepOf('scheduled_at'), stepOf('audience')]).toEqual(['goal', 'audience', 'message', 'schedule', 'check'])
})
