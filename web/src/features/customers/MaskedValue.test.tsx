import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'

import { show } from '~/test/render'
import { MaskedValue } from './public/MaskedValue'

const value = (canReveal: boolean) => (
  <MaskedValue customerId="c-1" field="phone_e164" label="Telepon" masked="+62812****678" canReveal={canReveal} />
)

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks the reason, shows the value for its minute, and hides it again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const fetched = vi.fn((request: Request) =>
    request.clone().json().then((body: unknown) => {
      expect(body).toEqual({ field: 'phone_e164', reason: 'Mencocokkan identitas' })
      return Response.json({ field: 'phone_e164', value: '+62812345678', hides_in_seconds: 60 })
    }),
  )
  vi.stubGlobal('fetch', fetched)
  show(value(true))

  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan Telepon' }))
  const send = await screen.findByRole('button', { name: 'Tampilkan' })
  expect(send).toBeDisabled()
  fireEvent.change(screen.getByLabelText('Alasan'), { target: { value: '  mau lihat  ' } })
  expect(send).toBeDisabled()
  fireEvent.change(screen.getByLabelText('Alasan'), { target: { value: ' Mencocokkan identitas ' } })
  fireEvent.click(send)

  expect(await screen.findByText('+62812345678')).toBeVisible()
  expect(screen.queryByText('+62812****678')).toBeNull()
  act(() => void vi.advanceTimersByTime(30_000))
  expect(screen.getByRole('timer')).toHaveTextContent(/^tersembunyi dalam (29|30) dtk$/)
  act(() => void vi.advanceTimersByTime(31_000))
  await waitFor(() => expect(screen.queryByText('+62812345678')).toBeNull())
  expect(screen.getByText('+62812****678')).toBeVisible()
  expect(fetched).toHaveBeenCalledTimes(1)
})

it('offers no eye to those who may not reveal', () => {
  show(value(false))
  expect(screen.queryByRole('button')).toBeNull()
})
