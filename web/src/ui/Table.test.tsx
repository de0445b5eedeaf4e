import { useQuery, useQueryClient } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'

import { problem } from '~/api/problem'
import { show } from '~/test/render'
import { Listing } from './Listing'
import { Table } from './Table'

const COLUMNS = ['name', 'state', 'act'] as const
const HEADS = { name: 'Nama', state: 'Status', act: '' }

it('names its columns, says which one sorts, and leaves the head over acts empty', () => {
  show(
    <Table columns={COLUMNS} head={(column) => HEADS[column]} sorted={(column) => (column === 'name' ? 'descending' : undefined)} pending={false}>
      <tr>
        <td>Rina</td>
      </tr>
    </Table>,
  )
  expect(screen.getAllByRole('columnheader').map((head) => [head.textContent, head.getAttribute('aria-sort')])).toEqual([
    ['Nama', 'descending'],
    ['Status', null],
  ])
  expect(screen.getAllByRole('row')).toHaveLength(2)
  expect(screen.getByRole('table')).not.toHaveAttribute('aria-busy')
})

it('is busy while it waits, with rows that nobody is told of', () => {
  const { container } = show(
    <Table columns={COLUMNS} head={(column) => HEADS[column]} pending bones={3}>
      {[]}
    </Table>,
  )
  expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true')
  expect(screen.getAllByRole('row')).toHaveLength(1)
  expect(container.querySelectorAll('tbody tr[aria-hidden="true"] td')).toHaveLength(9)
})

const answers = vi.fn<() => Promise<string[]>>()

beforeEach(() => void answers.mockReset())

function Names() {
  const list = useQuery({ queryKey: ['names'], queryFn: answers })
  const client = useQueryClient()
  const rows = list.data ?? []
  return (
    <>
      <button type="button" onClick={() => void client.refetchQueries()}>
        Segarkan
      </button>
      {list.isRefetchError && <p>Belum segar</p>}
      <Listing list={list} empty={rows.length === 0 && <p>Belum ada</p>} remedy={<button type="button">Hapus filter</button>}>
        <ul>
          {rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
      </Listing>
    </>
  )
}

const refused = problem(500, { title: 'Terjadi kesalahan', request_id: 'r-7' }, new Headers())

it('says that there is nothing only once it is known', async () => {
  let answer: (rows: string[]) => void = () => undefined
  answers.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  show(<Names />)
  expect(screen.queryByText('Belum ada')).toBeNull()
  await act(async () => answer([]))
  expect(await screen.findByText('Belum ada')).toBeVisible()
  expect(screen.queryByRole('list')).toBeNull()
})

it('says why nothing can be shown, asks again, and keeps what it has when asking again fails', async () => {
  const user = userEvent.setup()
  answers.mockRejectedValueOnce(refused).mockResolvedValueOnce(['Rina']).mockRejectedValueOnce(refused)
  show(<Names />)
  expect(await screen.findByText('r-7')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Coba lagi' }))
  expect(await screen.findByText('Rina')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Segarkan' }))
  expect(await screen.findByText('Belum segar')).toBeVisible()
  expect(answers).toHaveBeenCalledTimes(3)
  expect(screen.getByText('Rina')).toBeVisible()
  expect(screen.queryByText('r-7')).toBeNull()
})
