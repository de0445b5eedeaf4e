import i18next from 'i18next'

import { csrfToken } from '~/api/client'
import { problem, unreachable } from '~/api/problem'
import { noteRequest } from '~/api/session'
import { save } from '~/lib/save'

export type ExportFormat = 'xlsx' | 'csv_excel' | 'csv' | 'ndjson'

interface Wanted {
  data_set: string
  format: ExportFormat
  filter: Record<string, unknown>
  /** Those of the file, in their order; without any, all. */
  columns: readonly string[]
}

export interface Downloaded {
  /** Unknown of a workbook, which is packed. */
  rows: number | null
  bytes: number
  sha256: string | null
}

const NEWLINE = 10

/** Fetches an export, telling how many rows have come, and saves it when it is whole; a file that breaks off is not kept. */
export async function download(body: Wanted, signal: AbortSignal, onRows: (rows: number) => void): Promise<Downloaded> {
  const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': csrfToken(), 'Accept-Language': i18next.language }
  const answer = await window.fetch('/api/v1/exports', { method: 'POST', body: JSON.stringify(body), headers, credentials: 'same-origin', signal }).catch((cause: unknown) => {
    throw unreachable(cause)
  })
  if (!answer.ok || !answer.body) throw problem(answer.status, await answer.json().catch(() => null), answer.headers)
  noteRequest()
  const parts: Uint8Array<ArrayBuffer>[] = []
  // The heading of a table is a line, but no row.
  let rows = body.format === 'ndjson' ? 0 : -1
  const counts = body.format !== 'xlsx'
  const reader = answer.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    if (!counts) continue
    for (const byte of next.value) if (byte === NEWLINE) rows++
    onRows(Math.max(0, rows))
  }
  const file = new Blob(parts, { type: answer.headers.get('Content-Type') ?? '' })
  const name = answer.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1] ?? `simpul.${body.format === 'csv_excel' ? 'csv' : body.format}`
  save(file, name)
  return { rows: counts ? Math.max(0, rows) : null, bytes: file.size, sha256: await fingerprint(file) }
}

/** The file's SHA-256, to compare with the trail's; browsers offer it on secure origins only. */
async function fingerprint(file: Blob): Promise<string | null> {
  if (!window.crypto?.subtle) return null
  const digest = await window.crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
