/* Fails when the script that the first page loads, gzipped, is over the budget of 250 kB. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 250
// The first page is sign-in or, with a session, customer search within its frame: the larger of the two counts.
const FIRST_PAGES = [
  ['src/features/iam/routes/sign-in.tsx'],
  ['src/features/customers/routes/customers.tsx', 'src/shell/Shell.tsx'],
]

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

const size = (file) => gzipSync(readFileSync(new URL(file, dist))).length
let failed = false
for (const parts of FIRST_PAGES) {
  const keys = closure('index.html')
  for (const part of parts) {
    if (!manifest[part]) throw new Error(`${part} is not in the build manifest`)
    closure(part, keys)
  }
  const files = [...new Set([...keys].map((key) => manifest[key].file))].filter((file) => file.endsWith('.js'))
  const kb = files.reduce((sum, file) => sum + size(file), 0) / 1000
  const verdict = kb > BUDGET_KB ? 'OVER' : 'ok'
  failed ||= kb > BUDGET_KB
  console.log(`${verdict} ${parts[0]}: ${kb.toFixed(1)} kB gzip script of ${BUDGET_KB} kB, ${files.length} files`)
}
process.exit(failed ? 1 : 0)
