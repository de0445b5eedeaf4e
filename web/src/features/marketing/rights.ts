import type { Me } from '~/api/models'
import { may } from '~/lib/permissions'

/** Who reads all campaigns; a relationship manager reads those that gave the own leads, and there are none yet. */
export const readsAll = (me: Me) => me.permissions.campaign?.R === 'ALL'

/** Who works with segments: a director reads the reports of campaigns and builds nothing. */
export const buildsOrApproves = (me: Me) => readsAll(me) && (may(me, 'campaign', 'C') || may(me, 'campaign', 'A'))
