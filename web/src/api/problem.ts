import { dutyArose } from './session'

/** The one error the interface knows: an RFC 9457 problem, or a request that never got an answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | null,
    readonly requestId: string | null,
    readonly fields: Record<string, string[]>,
    readonly retryAfter: number | null,
    readonly body: unknown,
  ) {
    super(title)
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function seconds(value: unknown): number | null {
  const number = Number(value)
  return value !== null && value !== undefined && Number.isFinite(number) && number >= 0 ? Math.ceil(number) : null
}

export function problem(status: number, body: unknown, headers: Headers): ApiError {
  const data = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const fields: Record<string, string[]> = {}
  for (const [name, messages] of Object.entries((data.errors ?? {}) as Record<string, unknown>)) {
    fields[name] = Array.isArray(messages) ? messages.map(String) : [String(messages)]
  }
  return new ApiError(
    status,
    text(data.code) ?? `HTTP_${status}`,
    text(data.title) ?? `HTTP ${status}`,
    text(data.detail),
    text(data.request_id) ?? headers.get('X-Request-Id'),
    fields,
    seconds(data.retry_after) ?? (status === 429 ? (seconds(headers.get('Retry-After')) ?? 60) : null),
    body,
  )
}

/** The server could not be reached: no status, nothing was changed that we know of. */
export const unreachable = (cause: unknown) => new ApiError(0, 'UNREACHABLE', String(cause), null, null, {}, null, null)

/** Refusals that hold for everything until the person has done what is asked for. */
const DUTIES = new Set(['password_change_required', 'second_factor_required'])

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** Gives the data of an answer or throws its problem as ApiError. */
export async function unwrap<T>(request: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await request
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw unreachable(cause)
  }
  if (!answer.response.ok) {
    const refusal = problem(answer.response.status, answer.error, answer.response.headers)
    if (DUTIES.has(refusal.code)) dutyArose()
    throw refusal
  }
  return answer.data as T
}

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError
export const hasStatus = (error: unknown, status: number) => isApiError(error) && error.status === status

/** The first message for each field that the server refused. */
export function fieldProblems(error: unknown): Record<string, string> {
  if (!isApiError(error) || error.status !== 422) return {}
  return Object.fromEntries(Object.entries(error.fields).map(([field, messages]) => [field, messages[0] ?? '']))
}

/** The same by what the form asks for: a refused part of a list marks the whole field. */
export const formProblems = (error: unknown) => Object.fromEntries(Object.entries(fieldProblems(error)).map(([field, message]) => [field.split('.')[0], message]))
