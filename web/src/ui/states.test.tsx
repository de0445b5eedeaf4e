import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { problem } from '~/api/problem'
import { show } from '~/test/render'
import { Problem } from './states'

const refusal = (status: number, body: object) => problem(status, { request_id: 'r-9', ...body }, new Headers())

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('counts down to the moment the limit ends and then goes on by itself, once', () => {
  const onRetry = vi.fn()
  show(<Problem error={refusal(429, { retry_after: 3 })} onRetry={onRetry} />)
  expect(screen.getByRole('timer')).toHaveTextContent('0:03')
  act(() => void vi.advanceTimersByTime(2000))
  expect(screen.getByRole('timer')).toHaveTextContent('0:01')
  expect(onRetry).not.toHaveBeenCalled()
  act(() => void vi.advanceTimersByTime(3000))
  expect(onRetry).toHaveBeenCalledTimes(1)
})

it('says what failed and the request id to quote', () => {
  show(<Problem error={refusal(500, { title: 'Terjadi kesalahan' })} onRetry={() => undefined} />)
  expect(screen.getByText('r-9')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeVisible()
})

it('names a refused entry once, with its remedy, and offers no vain repetition', () => {
  const title = 'Periksa isian yang ditandai'
  const errors = { q: ['Ketik sedikitnya dua huruf atau angka.'], vendor_field: ['Tidak sah.'] }
  show(<Problem error={refusal(422, { title, detail: title, errors })} onRetry={() => undefined} remedy={<button>Hapus filter</button>} />)
  expect(screen.getByRole('alert')).toHaveTextContent(
    /^Isian ini belum dapat dipakai ?Kata pencarian: Ketik sedikitnya dua huruf atau angka. ?vendor_field: Tidak sah. ?Hapus filter$/,
  )
  expect(screen.queryByRole('button', { name: 'Coba lagi' })).toBeNull()
})

it('explains a refusal instead of repeating its title', () => {
  const { unmount } = show(<Problem error={refusal(403, { title: 'Tidak boleh', detail: 'Tidak boleh' })} onRetry={() => undefined} />)
  expect(screen.getByRole('alert')).toHaveTextContent('Mintalah akses kepada administrator')
  unmount()
  show(<Problem error={refusal(403, { title: 'Tidak boleh', detail: 'Hanya supervisor.' })} onRetry={() => undefined} />)
  expect(screen.getByRole('alert')).toHaveTextContent('Hanya supervisor.')
})

it('shows what may not be seen in the same words as what does not exist', () => {
  show(<Problem error={refusal(404, { title: 'x' })} onRetry={() => undefined} />)
  expect(screen.getByText('Tidak ditemukan')).toBeVisible()
  expect(screen.queryByText('r-9')).toBeNull()
})
