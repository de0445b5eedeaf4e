import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { ApiError } from '~/api/problem'
import { show } from '~/test/render'
import { type Compared, conflictRows, useVersionedSave } from './useVersionedSave'

const field = (key: string, opened: unknown, mine: unknown): Compared => ({ key, name: key, opened, mine, now: (current) => current[key] })

it('compares what was opened, what stands now and what I typed, and leaves out what is alike or unknown', () => {
  const yes = (on: boolean) => (on ? 'Ya' : 'Tidak')
  const rows = conflictRows(
    [field('title', 'A', 'A'), field('body', 'one', 'two'), field('place', 'X', 'X'), field('city', '', 'Medan'), field('unsaid', 1, 2), { ...field('active', true, true), words: yes }],
    { title: 'B', body: 'one', place: 'X', city: '', active: false },
  )
  expect(rows.map(({ key, seen, now, moved, mine }) => [key, seen, now, moved, mine])).toEqual([
    ['title', 'A', 'B', true, undefined],
    ['body', 'one', 'one', false, 'two'],
    ['city', '–', '–', false, 'Medan'],
    ['active', 'Ya', 'Tidak', true, undefined],
  ])
})

const refusal = (status: number, code: string, more: object = {}) => new ApiError(status, code, code, null, null, (more as { errors?: Record<string, string[]> }).errors ?? {}, null, more)

function Form({ send, refused }: { send: (version: number | undefined) => Promise<string>; refused: (fields: Record<string, string>) => void }) {
  const save = useVersionedSave({
    send,
    onRefused: refused,
    fieldOf: (name) => name.replace('names.', ''),
    answers: { code_exists: { code: 'Sudah dipakai.' } },
    compared: () => [field('title', 'A', 'C')],
  })
  return (
    <>
      <button onClick={() => save.run(1)}>Simpan</button>
      <output>{save.saved}</output>
      {save.dialog}
    </>
  )
}

const moved = () =>
  vi.fn((version: number | undefined) =>
    version === 4
      ? Promise.resolve('saved')
      : Promise.reject(refusal(409, 'stale_version', { current: { version: 4, title: 'B' } })),
  )

it('shows a stale version before anything is written over, and saves on top of it when told', async () => {
  const send = moved()
  show(<Form send={send} refused={vi.fn()} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Simpan' }))
  const rows = (await screen.findAllByRole('row'))
    .slice(1)
    .map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()))
  expect(rows).toEqual([['title', 'A', 'B berubah', 'C']])
  expect(send.mock.calls).toEqual([[1, expect.anything()]])
  await userEvent.click(screen.getByRole('button', { name: 'Terapkan perubahan saya' }))
  expect(await screen.findByText('saved')).toBeTruthy()
  expect(send.mock.calls.map(([version]) => version)).toEqual([1, 4])
})

it('counts the compared version as seen once somebody has gone back to review it', async () => {
  const send = moved()
  show(<Form send={send} refused={vi.fn()} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Simpan' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Tinjau dahulu' }))
  expect(send.mock.calls).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Simpan' }))
  expect(await screen.findByText('saved')).toBeTruthy()
  expect(send.mock.calls.map(([version]) => version)).toEqual([1, 4])
})

it('sets refusals beside their fields', async () => {
  const refused = vi.fn()
  const errors = [refusal(422, 'invalid', { errors: { 'names.id': ['Terlalu pendek.'] } }), refusal(409, 'code_exists')]
  show(<Form send={() => Promise.reject(errors.shift() as Error)} refused={refused} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Simpan' }))
  await userEvent.click(screen.getByRole('button', { name: 'Simpan' }))
  await vi.waitFor(() => expect(refused.mock.calls).toEqual([[{ id: 'Terlalu pendek.' }], [{ code: 'Sudah dipakai.' }]]))
})
