import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'

const PREFIX = 'simpul.draft.'
const KEPT_DAYS = 7
const REST_MS = 600

interface Entry {
  at: number
  iv: string
  data: string
}

/** The person's own key for what is kept in this browser: without signing in as that person nothing here can be read. */
const keyQuery = queryOptions({
  queryKey: ['draft-key'],
  queryFn: async () => {
    const { key } = await unwrap(api.GET('/api/v1/me/draft-key'))
    return crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  },
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
})

const bytesOf = (text: string) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0))
const textOf = (bytes: Uint8Array) => btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(''))

/** Removes what is older than a week, and what cannot be read. */
function dropOld(): void {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
    const entry = entryOf(name)
    if (!entry || Date.now() - entry.at > KEPT_DAYS * 86_400_000) localStorage.removeItem(name)
  }
}

function entryOf(name: string): Entry | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Entry | null
  } catch {
    return null
  }
}

async function seal(key: CryptoKey, name: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, key, new TextEncoder().encode(JSON.stringify(value)))
  localStorage.setItem(name, JSON.stringify({ at: Date.now(), iv: textOf(iv), data: textOf(new Uint8Array(data)) } satisfies Entry))
}

async function open(key: CryptoKey, name: string): Promise<unknown> {
  const entry = entryOf(name)
  if (!entry) return null
  const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(entry.iv), additionalData: new TextEncoder().encode(name) }, key, bytesOf(entry.data))
  return JSON.parse(new TextDecoder().decode(data))
}

interface Options<Value> {
  /** Where the text belongs: the same place finds it again. Nothing is kept where there is none yet. */
  place: string | null
  userId: string
  value: Value
  /** There is nothing worth keeping. */
  empty: boolean
  /** Puts back what was kept, into a form that is still empty. */
  restore: (value: Value) => void
}

/**
 * Keeps what is typed in this browser, sealed, until it is sent or discarded: a crash, a closed tab or a lost network loses none of it.
 *
 * Where the browser seals nothing (an address without TLS), nothing is kept.
 */
export function useKeptText<Value>({ place, userId, value, empty, restore }: Options<Value>): void {
  const works = 'subtle' in crypto && place !== null
  const key = useQuery({ ...keyQuery, enabled: works }).data
  const name = `${PREFIX}${userId}.${place}`
  const looked = useRef('')
  const latest = useRef({ empty, restore })
  useEffect(() => {
    latest.current = { empty, restore }
  })
  useEffect(() => {
    if (!key || place === null || looked.current === name) return
    dropOld()
    void open(key, name)
      .then((kept) => kept !== null && latest.current.empty && latest.current.restore(kept as Value), () => localStorage.removeItem(name))
      .finally(() => {
        looked.current = name
      })
  }, [key, place, name])
  const written = JSON.stringify(value)
  useEffect(() => {
    // What was kept is not written over before it has been looked at.
    if (!key || place === null || looked.current !== name) return
    if (empty) return localStorage.removeItem(name)
    const timer = setTimeout(() => void seal(key, name, JSON.parse(written)).catch(() => undefined), REST_MS)
    return () => clearTimeout(timer)
  }, [key, place, name, written, empty])
}

