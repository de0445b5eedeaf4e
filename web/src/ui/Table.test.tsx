import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { problem } from '~/api/problem'
import { flatten, keysetOptions } from '~/lib/keyset'
import { show } from '~/test/render'
import { EndlessList, EndlessTable, Listing } from './Listing'
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
afterEach(() => vi.unstubAllGlobals())

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

/** Answers each page when told to, and says when the end of the list comes into sight. */
function endless() {
  const waiting: ((page: { items: string[]; next_cursor: string | null } | Error) => void)[] = []
  const asked: (string | undefined)[] = []
  const options = keysetOptions<string, { items: string[]; next_cursor: string | null }>(['endless'], (cursor) => {
    asked.push(cursor)
    return new Promise((resolve, reject) => waiting.push((page) => (page instanceof Error ? reject(page) : resolve(page))))
  })
  let sight: () => void = () => undefined
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
        sight = () => seen([{ isIntersecting: true }])
      }
      observe() {}
      disconnect() {}
    },
  )
  const answer = (page: { items: string[]; next_cursor: string | null } | Error) => act(async () => waiting.shift()?.(page))
  return { asked, options, answer, scrollDown: () => act(async () => sight()) }
}
type Pages = ReturnType<typeof endless>

function People({ options, as }: { options: Pages['options']; as: 'list' | 'table' }) {
  const list = useInfiniteQuery(options)
  const names = flatten(list.data)
  const empty = names.length === 0 && <p>Belum ada</p>
  return as === 'list' ? (
    <EndlessList list={list} empty={empty} body={null}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </EndlessList>
  ) : (
    <EndlessTable list={list} empty={empty} columns={['name']} head={() => 'Nama'} bones={2}>
      {names.map((name) => (
        <tr key={name}>
          <td>{name}</td>
        </tr>
      ))}
    </EndlessTable>
  )
}

it.each(['list', 'table'] as const)('is a %s that is busy first, and whose next page has stand-ins while it comes', async (as) => {
  const { asked, options, answer, scrollDown } = endless()
  const { container } = show(<People options={options} as={as} />)
  const standIns = () => container.querySelectorAll(as === 'list' ? 'div[aria-hidden="true"] > div' : 'tbody tr[aria-hidden="true"]').length
  expect(screen.getByRole(as)).toHaveAttribute('aria-busy', 'true')
  expect(standIns()).toBe(as === 'list' ? 3 : 2)
  await answer({ items: ['Rina'], next_cursor: 'second' })
  expect(await screen.findByText('Rina')).toBeVisible()
  expect(screen.getByRole(as)).not.toHaveAttribute('aria-busy')
  expect(standIns()).toBe(0)
  await scrollDown()
  await waitFor(() => expect(standIns()).toBe(3))
  expect(screen.getByText('Rina')).toBeVisible()
  await answer({ items: ['Togar'], next_cursor: null })
  expect(await screen.findByText('Togar')).toBeVisible()
  expect(standIns()).toBe(0)
  expect(asked).toEqual([undefined, 'second'])
})

it('keeps the pages it has when the next one is refused, and asks for it again', async () => {
  const user = userEvent.setup()
  const { asked, options, answer, scrollDown } = endless()
  show(<People options={options} as="table" />)
  await answer({ items: ['Rina'], next_cursor: 'second' })
  expect(await screen.findByText('Rina')).toBeVisible()
  await scrollDown()
  await waitFor(() => expect(asked).toHaveLength(2))
  await answer(refused)
  expect(await screen.findByText('r-7')).toBeVisible()
  expect(screen.getByText('Rina')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Coba lagi' }))
  await waitFor(() => expect(asked).toEqual([undefined, 'second', 'second']))
  await answer({ items: ['Togar'], next_cursor: null })
  expect(await screen.findByText('Togar')).toBeVisible()
  expect(screen.queryByText('r-7')).toBeNull()
})
