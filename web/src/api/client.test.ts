import { afterEach, expect, it } from 'vitest'

import { csrfToken } from './client'

const NAMES = ['csrftoken', 'csrftoken_3000', 'csrftoken_8001', 'csrftoken_8000']
const set = (name: string, value: string) => (document.cookie = `${name}=${value}; path=/`)

afterEach(() => NAMES.forEach((name) => (document.cookie = `${name}=; path=/; max-age=0`)))

it('takes the token of its own port among those of other demonstrations on the host', () => {
  const own = window.location.port || '3000'
  set('csrftoken_8001', 'other')
  set(`csrftoken_${own}`, 'own')
  expect(csrfToken()).toBe(window.location.port ? 'own' : 'other')
})

it('takes the plain token before a foreign one, and a foreign one behind a tunnel', () => {
  set('csrftoken_8001', 'other')
  expect(csrfToken()).toBe('other')
  set('csrftoken', 'plain')
  expect(csrfToken()).toBe('plain')
})
