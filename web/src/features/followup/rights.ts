import type { Me } from '~/api/models'
import { may } from '~/lib/permissions'

const hasRole = (me: Me, ...kinds: string[]) => me.roles.some((role) => kinds.includes(role.kind))

/** Who follows members up: the page is made for the thumb. */
export const followsUp = (me: Me) => may(me, 'followup', 'R') && hasRole(me, 'AGENT')

/** Who looks after others' members: of a branch, or of all of them. */
export const overseesMembers = (me: Me) =>
  may(me, 'followup', 'R') && hasRole(me, 'SUPERVISOR', 'COMPLIANCE', 'ADMIN')

/** Members by name, masked or not; the directors read figures alone. */
export const readsMembers = (me: Me) => followsUp(me) || overseesMembers(me)

/** Runs and figures. */
export const readsFigures = (me: Me) =>
  overseesMembers(me) || (may(me, 'followup', 'R') && hasRole(me, 'DIRECTOR'))

/** Who sets up the agents, their order and their days, and lets members enter. */
export const managesAgents = (me: Me) =>
  may(me, 'followup', 'R') && may(me, 'configuration', 'M')
