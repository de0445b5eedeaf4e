import type { Me } from '~/api/models'

export type ActionLetter = 'R' | 'C' | 'U' | 'A' | 'X' | 'B' | 'M'

/** A hint for what to show; the server decides. */
export function may(me: Me, resource: string, action: ActionLetter): boolean {
  const reach = me.permissions[resource]?.[action]
  return reach !== undefined && reach !== 'NONE'
}

/** Whether the queue of cases is somebody's place of work. */
export const worksOnCases = (me: Me) => may(me, 'case', 'U') || may(me, 'case', 'A')
