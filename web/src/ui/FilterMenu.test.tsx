import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { show } from '~/test/render'
import { FilterMenu } from './FilterMenu'

const OPTIONS = [
  { value: 'a', label: 'Satu' },
  { value: 'b', label: 'Dua' },
]

it('is taken off by its cross', async () => {
  const change = vi.fn()
  const user = userEvent.setup()
  show(<FilterMenu label="Cabang" value="a" options={OPTIONS} onChange={change} />)
  await user.click(screen.getByRole('button', { name: 'Hapus filter: Cabang' }))
  expect(change.mock.calls).toEqual([[undefined]])
})

it('stays where it always holds', async () => {
  const change = vi.fn()
  const user = userEvent.setup()
  show(<FilterMenu label="Triwulan" value="a" options={OPTIONS} always onChange={change} />)
  expect(screen.queryByRole('button', { name: 'Hapus filter: Triwulan' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Triwulan: Satu' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Dua' }))
  expect(change.mock.calls).toEqual([['b']])
})
