import type { Me } from '~/api/models'
import { may } from '~/lib/permissions'

/** Whoever works on leads or hands them out. */
export const readsLeads = (me: Me) => may(me, 'lead', 'R')
export const createsLeads = (me: Me) => may(me, 'lead', 'C')
export const assignsLeads = (me: Me) => may(me, 'lead', 'A')
/** Opportunities are worked on by those to whom leads are assigned, and by their supervisors. */
export const worksOnLeads = (me: Me) => may(me, 'lead', 'U')
