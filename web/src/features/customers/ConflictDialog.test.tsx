import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { customer } from '~/test/customer'
import { show } from '~/test/render'
import { ConflictDialog } from './ConflictDialog'

it('shows both versions, marks what somebody else changed, and keeps or discards only when told', async () => {
  const onKeep = vi.fn()
  const onDiscard = vi.fn()
  show(
    <ConflictDialog
      opened={customer()}
      current={{ ...customer(), version: 4, status: 'DORMANT', phone_masked: '+62813****111' }}
      changes={{ phone_e164: '+628777000111', segment_code: 'PRIORITY' }}
      busy={false}
      onKeep={onKeep}
      onDiscard={onDiscard}
      onClose={() => undefined}
    />,
  )
  const rows = (await screen.findAllByRole('row')).slice(1).map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').trim()),
  )
  expect(rows).toEqual([
    ['Telepon', '+62813****111 berubah', '+628777000111'],
    ['Segmen', 'Massal', 'Prioritas'],
    ['Status', 'Dorman berubah', 'Tidak berubah'],
  ])
  expect([onKeep.mock.calls.length, onDiscard.mock.calls.length]).toEqual([0, 0])
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Simpan isian saya' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Pakai yang di server' }))
  expect([onKeep.mock.calls.length, onDiscard.mock.calls.length]).toEqual([1, 1])
})
