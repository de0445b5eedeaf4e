/* Writes sw.js: the worker with the names of the files that the program consists of, and a version that changes with any of them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const PUBLIC = new URL('../public/', import.meta.url)
const WORKER = new URL('./worker.js', import.meta.url)
// Of the fonts only the letters of Indonesian and English.
const OTHER_LETTERS = /-(?:cyrillic|greek|vietnamese|latin-ext)[^/]*\.woff2?$/

export function shell() {
  return {
    name: 'simpul-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const built = Object.values(bundle).filter((file) => file.fileName.startsWith('assets/') && !OTHER_LETTERS.test(file.fileName))
        const page = bundle['index.html']
        if (!page) throw new Error('the page is not in the bundle')
        const given = readdirSync(PUBLIC).sort()
        const files = ['/', ...given.map((name) => `/${name}`), ...built.map((file) => `/${file.fileName}`).sort()]
        const digest = createHash('sha256').update(page.source).update(JSON.stringify(files)).update(readFileSync(WORKER))
        for (const name of given) digest.update(readFileSync(new URL(name, PUBLIC)))
        const source = readFileSync(WORKER, 'utf8').replace('__VERSION__', digest.digest('hex').slice(0, 16)).replace('__FILES__', JSON.stringify(files))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}
