import { expect, it, vi } from 'vitest'

import { once } from './once'

function server() {
  const sent: string[] = []
  const waiting: (() => void)[] = []
  const send = async (request: Request) => {
    sent.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`)
    await new Promise<void>((answer) => waiting.push(answer))
    return Response.json({ number: sent.length })
  }
  return { sent, send, answer: async () => { await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0)); waiting.splice(0).forEach((each) => each()) } }
}
const change = (body: unknown, method = 'POST') =>
  new Request('http://simpul.test/api/v1/things', { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

it('sends a change asked for twice at once a single time, and both hear the answer', async () => {
  const { sent, send, answer } = server()
  const both = [once(change({ name: 'a' }), send), once(change({ name: 'a' }), send)]
  await answer()
  expect(await Promise.all(both.map(async (each) => (await each).json()))).toEqual([{ number: 1 }, { number: 1 }])
  expect(sent).toEqual(['POST /api/v1/things {"name":"a"}'])
})

it('sends what differs, and the same again once the first is answered', async () => {
  const { sent, send, answer } = server()
  const different = [once(change({ name: 'a' }), send), once(change({ name: 'b' }), send), once(change({ name: 'a' }, 'PUT'), send)]
  await vi.waitFor(() => expect(sent).toHaveLength(3))
  await answer()
  await Promise.all(different)
  const again = once(change({ name: 'a' }), send)
  await answer()
  await again
  expect(sent).toHaveLength(4)
})

it('sends again what failed on the way', async () => {
  const lost = () => Promise.reject(new TypeError('lost'))
  await expect(once(change({ name: 'a' }), lost)).rejects.toThrow('lost')
  const { sent, send, answer } = server()
  const again = once(change({ name: 'a' }), send)
  await answer()
  await again
  expect(sent).toHaveLength(1)
})
