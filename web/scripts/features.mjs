/* Writes src/features/index.gen.ts: every feature that has a feature.ts, with its routes; with --check only compares and fails on drift. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../src/features/', import.meta.url)
const target = new URL('index.gen.ts', folder)
const banner = '/* Generated from the features by `npm run features`. Do not edit. */'

export function written() {
  const manifests = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/feature.ts`, folder)))
    .map(({ name }) => ({ name, text: readFileSync(new URL(`${name}/feature.ts`, folder), 'utf8') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  const having = (word) => manifests.filter(({ text }) => new RegExp(`^export const ${word}\\b`, 'm').test(text)).map(({ name }) => name)
  const list = (names, word) => names.map((name) => `...${name}.${word}`).join(', ')
  return [
    banner,
    "import type { Feature } from '~/lib/feature'",
    ...manifests.map(({ name }) => `import * as ${name} from './${name}/feature'`),
    '',
    '/** What each feature states about itself. */',
    `export const features: Readonly<Record<string, Feature>> = { ${having('feature').map((name) => `${name}: ${name}.feature`).join(', ')} }`,
    '',
    '/** The pages within the frame. */',
    `export const routes = [${list(having('routes'), 'routes')}] as const`,
    '',
    '/** The pages that stand alone. */',
    `export const outside = [${list(having('outside'), 'outside')}] as const`,
    '',
  ].join('\n')
}

export const drifted = () => !existsSync(target) || readFileSync(target, 'utf8') !== written()

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) writeFileSync(target, written())
  else if (drifted()) {
    console.error('src/features/index.gen.ts does not match the features: run `npm run features` and commit the result.')
    process.exit(1)
  }
}
