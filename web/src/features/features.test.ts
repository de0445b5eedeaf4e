/* What every feature states about itself is complete, and its texts come with the pages that use them. */
import { expect, it } from 'vitest'

import { en } from '~/i18n/en'
import { arrived, type Texts } from '~/i18n/texts'
import { features, outside, routes } from './index.gen'

type Tree = { [key: string]: string | Tree }

const ALWAYS = ['common', 'shell']
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const files = new Map(Object.entries(sources).map(([path, text]) => [path.replace(/^\.\.\//, '').replace(/^\.\//, 'features/'), text]))

const all = Object.values(features)
const places = all.flatMap((feature) => feature.places ?? [])
const commands = all.flatMap((feature) => feature.commands ?? [])
const pages = [...routes, ...outside].map((route) => (route as unknown as { options: { path: string; component?: unknown; staticData?: { title?: string } } }).options)

const wordFor = (texts: Partial<Texts>, key: string) => key.split('.').reduce<unknown>((tree, part) => (tree as Tree | undefined)?.[part], texts)
const keysOf = (tree: Tree, start = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [start + key] : keysOf(value, `${start}${key}.`)))
const twice = (values: readonly (string | number | undefined)[]) => values.filter((value, at) => value !== undefined && values.indexOf(value) !== at)

it('names every page in both languages', () => {
  const nameless = pages.filter(({ component, staticData }) => component && ![arrived, en].every((texts) => typeof wordFor(texts, staticData?.title ?? '') === 'string'))
  expect(nameless.map((page) => page.path)).toEqual([])
  expect(pages.length).toBeGreaterThan(40)
})

it('leads from every place to a page, under a name in both languages', () => {
  const addresses = pages.map((page) => page.path)
  expect(places.filter((place) => !addresses.includes(place.to) || place.to.includes('$')).map((place) => place.to)).toEqual([])
  const words = [...places.flatMap((place) => [place.label, place.short, place.go]), ...commands.map((command) => command.label)]
  expect(words.filter((word) => word && !(word.id && word.en))).toEqual([])
})

it('gives no address, order, key or command twice', () => {
  expect(twice(pages.map((page) => page.path))).toEqual([])
  expect(twice(places.map((place) => place.to))).toEqual([])
  expect(twice(places.map((place) => place.order))).toEqual([])
  expect(twice([...places, ...commands].map((each) => each.keys))).toEqual([])
  expect(twice(commands.map((command) => command.id))).toEqual([])
})

it('says everything in both languages', () => {
  expect(keysOf(en as unknown as Tree).sort()).toEqual(keysOf(arrived as unknown as Tree).sort())
})

/** The files that come with a file: all that it imports, and all that those import. */
function comingWith(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const [, target = ''] of (files.get(entry) ?? '').matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm)) {
    const file = fileOf(entry, target)
    if (file) comingWith(file, seen)
  }
  return seen
}

function fileOf(from: string, target: string): string | undefined {
  const base = target.startsWith('~/') ? target.slice(2) : target.startsWith('.') ? new URL(target, `file:///${from}`).pathname.slice(1) : undefined
  return base === undefined ? undefined : ['.ts', '.tsx', '/index.ts'].map((end) => base + end).find((file) => files.has(file))
}

it('brings the texts with every page that uses them', () => {
  const areas = Object.keys(arrived).filter((area) => !ALWAYS.includes(area))
  const used = new RegExp(`['"\`](${areas.join('|')})\\.[a-zA-Z$]`, 'g')
  const areasIn = (some: Set<string>) => [...some].flatMap((file) => /\/texts\/id\/(\w+)\.ts$/.exec(file)?.[1] ?? [])
  const program = new Set(areasIn(comingWith('main.tsx')))
  const entries = [...files].flatMap(([from, text]) =>
    from.includes('.test.') ? [] : [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].flatMap(([, target = '']) => fileOf(from, target) ?? []),
  )
  const missing = [...new Set(entries), 'main.tsx'].flatMap((entry) => {
    const closure = comingWith(entry)
    const here = new Set([...program, ...areasIn(closure)])
    return [...closure]
      .filter((file) => !/\/texts\/|\/feature\.ts$|^i18n\//.test(file))
      .flatMap((file) => [...(files.get(file) ?? '').matchAll(used)].map(([, area = '']) => area).filter((area) => !here.has(area)).map((area) => `${entry}: ${area} of ${file}`))
  })
  expect([...new Set(missing)]).toEqual([])
  expect(entries.length).toBeGreaterThan(40)
})
