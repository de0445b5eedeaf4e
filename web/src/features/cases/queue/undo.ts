import type { components } from '~/api/schema.gen'
import type { CaseRow } from '../model'

type Schemas = components['schemas']
export type Bulk = Schemas['CaseBulkIn']
export type Result = Schemas['CaseBulkResultOut']
export type BulkAsked = Partial<Omit<Bulk, 'act' | 'rows'>>

/** The most that one request takes. */
export const MOST = 100
const NAMED = 3

/** Which cases: the first three by number, the others by how many they are. */
export function named(rows: readonly Pick<CaseRow, 'case_no'>[]): string {
  const first = rows.slice(0, NAMED).map((row) => row.case_no).join(', ')
  return rows.length > NAMED ? `${first} +${rows.length - NAMED}` : first
}

/**
 * The requests that bring assigned cases back to whom they had, one for each former owner.
 *
 * A case goes back only where that leaves it as it was: nobody cannot be assigned, a unit cannot be taken away, and a state does not return.
 */
export function wayBack(asked: BulkAsked, rows: readonly CaseRow[], results: readonly Result[]): Bulk[] {
  const after = new Map(results.map((each) => [each.id, each]))
  const back = new Map<string, Bulk>()
  for (const row of rows) {
    const now = after.get(row.id)
    if (!now?.ok || now.version === null || now.status !== row.status) continue
    const user_id = row.assignee?.id
    const unit_code = asked.unit_code || !user_id ? row.unit?.code : undefined
    if (asked.unit_code ? !unit_code : !user_id && !unit_code) continue
    const key = `${user_id} ${unit_code}`
    const bulk = back.get(key) ?? ({ act: 'assign', rows: [] as Bulk['rows'], user_id, unit_code } as unknown as Bulk)
    bulk.rows.push({ id: row.id, version: now.version } as Bulk['rows'][number])
    back.set(key, bulk)
  }
  return [...back.values()]
}
