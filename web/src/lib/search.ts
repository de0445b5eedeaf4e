/* Reads and writes the search part of the URL as plain text: `?status=PENDING&kind=A&kind=B`, no JSON. */

type Raw = Record<string, unknown>

export function parseSearch(text: string): Raw {
  const found: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key]
    found[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

export function stringifySearch(search: Raw): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') params.append(key, String(each))
    }
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

const one = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined)

/** Keeps the named single values and drops everything else. */
export const texts =
  <K extends string>(...keys: K[]) =>
  (raw: Raw): Partial<Record<K, string>> => {
    const kept: Partial<Record<K, string>> = {}
    for (const key of keys) {
      const value = one(raw[key])
      if (value !== undefined) kept[key] = value
    }
    return kept
  }

export const list = (value: unknown): string[] | undefined => {
  const all = (Array.isArray(value) ? value : [value]).map(one).filter((each) => each !== undefined)
  return all.length > 0 ? all : undefined
}

/** A place inside this program to return to; anything that could lead elsewhere is dropped. */
export const innerPath = (value: unknown): string | undefined => {
  const path = typeof value === 'string' ? value : ''
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : undefined
}
