import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { FreshQueryClient } from './queryClient'

test('a list whose first load was under way at a write is loaded again', async () => {
  const client = new FreshQueryClient()
  const loads: { answer: (rows: string[]) => void; stopped: AbortSignal }[] = []
  const observer = new QueryObserver(client, {
    queryKey: ['versions'],
    queryFn: ({ signal }) => new Promise<string[]>((answer) => loads.push({ answer, stopped: signal })),
  })
  const leave = observer.subscribe(() => undefined)

  const renewed = client.invalidateQueries({ queryKey: ['versions'] })
  expect(loads.map((each) => each.stopped.aborted)).toEqual([true, false])
  loads[0]?.answer(['one'])
  loads[1]?.answer(['one', 'two'])
  await renewed

  expect(observer.getCurrentResult()).toMatchObject({ data: ['one', 'two'], isFetching: false, error: null })
  leave()
})

test('what nobody looks at is left to whoever waits for it', async () => {
  const client = new FreshQueryClient()
  let answer: (rows: string[]) => void = () => undefined
  const waited = client.fetchQuery({ queryKey: ['versions'], queryFn: () => new Promise<string[]>((given) => (answer = given)) })

  void client.invalidateQueries({ queryKey: ['versions'] })
  answer(['one'])

  expect(await waited).toEqual(['one'])
})
