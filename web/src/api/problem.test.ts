import { expect, it } from 'vitest'

import { type ApiError, unwrap } from './problem'

const answer = (status: number, error: unknown, headers: Record<string, string> = {}) =>
  Promise.resolve({ error, response: new Response(null, { status, headers }) })
const refused = async (request: Promise<{ error?: unknown; response: Response }>): Promise<ApiError> =>
  unwrap(request).then(
    () => {
      throw new Error('was not refused')
    },
    (error: ApiError) => error,
  )

it('gives the data of an answer', async () => {
  expect(await unwrap(Promise.resolve({ data: { name: 'Budi' }, response: new Response() }))).toEqual({ name: 'Budi' })
})

it('carries code, detail, request id and field errors of a problem', async () => {
  const error = await refused(
    answer(422, { title: 'Isian keliru', code: 'invalid', detail: 'Periksa.', request_id: 'r-1', errors: { phone_e164: ['Bukan nomor.'] } }),
  )
  expect(error).toMatchObject({ status: 422, code: 'invalid', title: 'Isian keliru', detail: 'Periksa.', requestId: 'r-1' })
  expect(error.fields).toEqual({ phone_e164: ['Bukan nomor.'] })
})

it('takes the waiting time from the body, else from the header, else a minute', async () => {
  expect((await refused(answer(429, { retry_after: 12 }, { 'Retry-After': '40' }))).retryAfter).toBe(12)
  expect((await refused(answer(429, {}, { 'Retry-After': '40' }))).retryAfter).toBe(40)
  expect((await refused(answer(429, null))).retryAfter).toBe(60)
})

it('keeps the whole body, for the version that a conflict carries', async () => {
  const error = await refused(answer(409, { code: 'stale_version', current: { version: 4 } }))
  expect(error.body).toEqual({ code: 'stale_version', current: { version: 4 } })
})

it('names a connection that failed', async () => {
  expect(await refused(Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({ status: 0, code: 'UNREACHABLE' })
})
