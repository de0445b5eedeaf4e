/*
 * Holds the front end's import zones. The order of the features is the order of the back end's domains, read from the
 * layers contract of [tool.importlinter] in ../pyproject.toml, so there is one list to keep.
 *
 * - features/<domain> imports lower features only, and only from their public/ folder;
 * - features/index.gen.ts, written by features.mjs, gathers their feature.ts; it is up to date, and only routes import it;
 * - api, lib, i18n and ui import no feature, no shell, no route;
 * - shell and routes may import any feature's public/ folder;
 * - a TSX file has at most 250 lines.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

import { drifted } from './features.mjs'

const root = new URL('..', import.meta.url).pathname
const src = join(root, 'src')
const MAX_TSX_LINES = 250

function domainLayers() {
  const toml = readFileSync(join(root, '../pyproject.toml'), 'utf8')
  for (const contract of toml.split('[[tool.importlinter.contracts]]').slice(1)) {
    if (!/type\s*=\s*"layers"/.test(contract)) continue
    const list = contract.match(/\blayers\s*=\s*\[([\s\S]*?)\n?\]/)?.[1]
    const layers = [...(list ?? '').matchAll(/"([^"]+)"/g)].map((match) =>
      match[1].split(/[|:]/).map((name) => name.replace(/[()\s]/g, '').replace(/^simpul\./, '')),
    )
    if (layers.flat().includes('platform')) return layers
  }
  throw new Error('No layers contract naming simpul.platform in pyproject.toml')
}

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const rank = new Map(domainLayers().flatMap((layer, index) => layer.map((name) => [name, index])))
const problems = drifted() ? ['src/features/index.gen.ts does not match the features: run `npm run features` and commit the result'] : []
const feature = (path) => path.match(/^features\/([^/]+)\//)?.[1]
const GATHERED = 'features/index.gen'
const isPublic = (path) => /^features\/[^/]+\/public\//.test(path)

for (const file of files(src).filter((name) => /\.tsx?$/.test(name))) {
  const from = relative(src, file)
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n').length
  if (from.endsWith('.tsx') && lines > MAX_TSX_LINES) problems.push(`${from}: ${lines} lines, at most ${MAX_TSX_LINES}`)
  const own = feature(from)
  if (own && !rank.has(own)) problems.push(`${from}: features/${own} is no domain of the back end`)

  for (const [, target] of text.matchAll(/(?:from\s+|import\(\s*|import\s+)['"]([^'"]+)['"]/g)) {
    if (!/^(~\/|\.)/.test(target)) continue
    const to = target.startsWith('~/') ? target.slice(2) : normalize(join(dirname(from), target))
    const zone = from.split('/')[0]
    const other = feature(to + '/')
    const wrong = (why) => problems.push(`${from}: may not import ${to}: ${why}`)
    if (['api', 'lib', 'i18n', 'ui'].includes(zone) && /^(features|shell|routes)\//.test(to)) wrong(`${zone} is below it`)
    if (own && /^(shell|routes)\//.test(to)) wrong('features are below the shell')
    if (own && other && own !== other) {
      if (!(rank.get(other) > rank.get(own))) wrong(`${other} is not below ${own}`)
      else if (!isPublic(to)) wrong('only its public/ folder is open')
    }
    const gathers = from === `${GATHERED}.ts` && /^features\/[^/]+\/feature$/.test(to)
    if (to === GATHERED) {
      if (zone !== 'routes' && from !== 'features/features.test.ts') wrong('only routes gather the features')
    } else if (!own && other && !isPublic(to) && !gathers) wrong('only public/ is open')
  }
}

for (const problem of problems) console.error(problem)
console.log(problems.length ? `${problems.length} problem(s)` : `zones hold over ${rank.size} domains`)
process.exit(problems.length ? 1 : 0)
