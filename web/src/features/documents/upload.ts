import i18next from 'i18next'

import { csrfToken } from '~/api/client'
import { ApiError, problem, unreachable } from '~/api/problem'
import { noteRequest, sessionLost } from '~/api/session'
import type { Document, Subject } from './public/query'

interface Wanted extends Subject {
  file: File
  kind: string
  title: string
  tier: number
  /** Repeating the same intent after a lost answer attaches nothing twice. */
  key: string
}

/** Sends a file, telling how much of it has left (0 to 1); a fetch could not say. Aborting it leaves nothing behind. */
export function upload(wanted: Wanted, signal: AbortSignal, onProgress: (part: number) => void): Promise<Document> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ subject_type: wanted.subject_type, subject_id: wanted.subject_id, kind: wanted.kind, title: wanted.title, tier: String(wanted.tier) })) form.append(name, value)
  form.append('file', wanted.file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/documents')
    request.responseType = 'json'
    const headers = { Accept: 'application/json', 'Accept-Language': i18next.language, 'X-CSRFToken': csrfToken(), 'Idempotency-Key': wanted.key }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(unreachable('upload'))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      if (request.status === 401) sessionLost()
      else noteRequest()
      if (request.status === 201) resolve(request.response as Document)
      else reject(problem(request.status, request.response, new Headers({ 'X-Request-Id': request.getResponseHeader('X-Request-Id') ?? '' })))
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** What a refusal says to a person: the reason of the field, else the sentence of the problem. */
export function sentence(error: unknown): string {
  if (!(error instanceof ApiError)) return i18next.t('common.failedText')
  if (error.status === 0) return i18next.t('common.unreachableText')
  const fields = Object.values(error.fields).flat()
  return fields.length > 0 ? fields.join(' ') : (error.detail ?? error.title)
}
