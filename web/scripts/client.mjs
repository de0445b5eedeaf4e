/* Writes src/api/schema.gen.ts from ../openapi.json; with --check only compares and fails on drift. */
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL('../../openapi.json', import.meta.url)
const target = new URL('../src/api/schema.gen.ts', import.meta.url)
const banner = '/* Generated from openapi.json by `npm run client`. Do not edit. */\n\n'
const schema = JSON.parse(readFileSync(source, 'utf8'))
const text = banner + astToString(await openapiTS(schema))

if (process.argv.includes('--check')) {
  const current = readFileSync(target, 'utf8')
  if (current !== text) {
    console.error('src/api/schema.gen.ts does not match openapi.json: run `npm run client` and commit the result.')
    process.exit(1)
  }
  console.log('src/api/schema.gen.ts matches openapi.json')
} else {
  writeFileSync(target, text)
  console.log(`wrote ${text.split('\n').length} lines`)
}
