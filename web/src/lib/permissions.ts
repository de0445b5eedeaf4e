import type { Me } from '~/api/models'

export type ActionLetter = 'R' | 'C' | 'U' | 'A' | 'X' | 'B' | 'M'

/** A hint for what to show; the server decides. */
export function may(me: Me, resource: string, action: ActionLetter): boolean {
  const reach = me.permissions[resource]?.[action]
  return reach !== undefined && reach !== 'NONE'
}

/** Whether the queue of cases is somebody's place of work. */
export const worksOnCases = (me: Me) => may(me, 'case', 'U') || may(me, 'case', 'A')

/** Whether somebody reads or changes how the program is set up. */
export const configures = (me: Me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M')

/** Whoever assigns customers to managers, whether or not they administer anything else. */
export const assigns = (me: Me) => may(me, 'portfolio', 'A') || may(me, 'portfolio', 'M')
