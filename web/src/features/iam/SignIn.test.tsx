import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { show } from '~/test/render'
import { SignIn } from './pages/SignIn'

const PENDING = { status: 401, data: { flows: [{ id: 'login' }, { id: 'mfa_authenticate', is_pending: true, types: ['totp', 'recovery_codes'] }] }, meta: { is_authenticated: false } }
const answers = new Map<string, () => Response>()
const sent: [string, unknown][] = []

beforeEach(() => {
  sent.length = 0
  answers.clear()
  answers.set('/_allauth/browser/v1/config', () => Response.json({ status: 200 }))
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const path = typeof input === 'string' ? input : new URL(input.url).pathname
    if (init?.body) sent.push([path, JSON.parse(String(init.body))])
    return answers.get(path)?.() ?? Response.json({ status: 404, code: 'not_found' }, { status: 404 })
  })
})
afterEach(() => vi.unstubAllGlobals())

const button = () => screen.getByText('Masuk', { selector: 'button *' }).closest('button') as HTMLButtonElement
function fill() {
  fireEvent.change(screen.getByLabelText('Nama pengguna'), { target: { value: ' agen ' } })
  fireEvent.change(screen.getByLabelText('Kata sandi'), { target: { value: 'rahasia' } })
  fireEvent.click(button())
}

it('asks for the code when the account has a second step, and is done when it fits', async () => {
  const onDone = vi.fn()
  answers.set('/_allauth/browser/v1/auth/login', () => Response.json(PENDING, { status: 401 }))
  answers.set('/_allauth/browser/v1/auth/2fa/authenticate', () => Response.json({ status: 200 }))
  show(<SignIn onDone={onDone} />)
  fill()
  expect(await screen.findByText('Langkah kedua')).toBeVisible()
  expect(onDone).not.toHaveBeenCalled()

  ;[...'123456'].forEach((digit, index) => fireEvent.change(screen.getByLabelText(`Kode 6 angka ${index + 1}`), { target: { value: digit } }))

  await vi.waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(sent).toEqual([
    ['/_allauth/browser/v1/auth/login', { username: 'agen', password: 'rahasia' }],
    ['/_allauth/browser/v1/auth/2fa/authenticate', { code: '123456' }],
  ])
})

it('empties a refused code, so that the next one is sent only when it is whole', async () => {
  answers.set('/_allauth/browser/v1/auth/login', () => Response.json(PENDING, { status: 401 }))
  answers.set('/_allauth/browser/v1/auth/2fa/authenticate', () => Response.json({ status: 400, errors: [{ code: 'incorrect_code', param: 'code', message: 'x' }] }, { status: 400 }))
  show(<SignIn onDone={() => undefined} />)
  fill()
  await screen.findByText('Langkah kedua')
  const boxes = () => screen.getAllByLabelText(/^Kode 6 angka \d$/)
  const write = (digits: string) => [...digits].forEach((digit, index) => fireEvent.change(boxes()[index] as HTMLElement, { target: { value: digit } }))
  write('123456')

  expect(await screen.findByRole('alert')).toHaveTextContent('Kode salah atau sudah lewat.')
  await vi.waitFor(() => boxes().forEach((box) => expect(box).toHaveValue('')))
  expect(boxes()[0]).toHaveFocus()
  write('65432')
  expect(sent.map(([, body]) => body).slice(1)).toEqual([{ code: '123456' }])
  write('654321')
  await vi.waitFor(() => expect(sent.map(([, body]) => body).slice(1)).toEqual([{ code: '123456' }, { code: '654321' }]))
})

it('says of a refused recovery code that it is wrong or used, and no longer once the other way is taken', async () => {
  answers.set('/_allauth/browser/v1/auth/login', () => Response.json(PENDING, { status: 401 }))
  answers.set('/_allauth/browser/v1/auth/2fa/authenticate', () => Response.json({ status: 400, errors: [{ code: 'incorrect_code', param: 'code', message: 'x' }] }, { status: 400 }))
  show(<SignIn onDone={() => undefined} />)
  fill()
  fireEvent.click(await screen.findByText('Pakai kode pemulihan'))
  fireEvent.change(screen.getByLabelText('Kode pemulihan'), { target: { value: '12345678' } })
  fireEvent.click(screen.getByText('Lanjutkan'))

  expect(await screen.findByRole('alert')).toHaveTextContent(/^Kode pemulihan salah atau sudah dipakai\./)
  fireEvent.click(screen.getByText('Pakai kode dari aplikasi'))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('begins anew when nobody waits for the second step any more', async () => {
  answers.set('/_allauth/browser/v1/auth/login', () => Response.json(PENDING, { status: 401 }))
  answers.set('/_allauth/browser/v1/auth/2fa/authenticate', () => Response.json({ status: 401, data: { flows: [{ id: 'login' }] }, meta: { is_authenticated: false } }, { status: 401 }))
  show(<SignIn onDone={() => undefined} />)
  fill()
  await screen.findByText('Langkah kedua')
  ;[...'123456'].forEach((digit, index) => fireEvent.change(screen.getByLabelText(`Kode 6 angka ${index + 1}`), { target: { value: digit } }))

  expect(await screen.findByRole('alert')).toHaveTextContent('Langkah kedua terlalu lama ditunggu. Masuk lagi dari awal.')
  expect(screen.getByLabelText('Nama pengguna')).toHaveValue(' agen ')
})

it('tells a wrong password from a lock-out, which counts down and closes the button', async () => {
  answers.set('/_allauth/browser/v1/auth/login', () =>
    Response.json({ status: 400, errors: [{ code: 'username_password_mismatch', param: 'password', message: 'x' }] }, { status: 400 }),
  )
  show(<SignIn onDone={() => undefined} />)
  fill()
  expect(await screen.findByRole('alert')).toHaveTextContent('Nama pengguna atau kata sandi salah.')

  answers.set('/_allauth/browser/v1/auth/login', () => Response.json({ status: 429, code: 'rate_limited', detail: 'Tunggu sampai waktunya habis.', retry_after: 300 }, { status: 429 }))
  fireEvent.click(button())

  expect(await screen.findByText(/^Dibuka kembali dalam (5:00|4:59)\.$/)).toBeVisible()
  expect(button()).toBeDisabled()
})
