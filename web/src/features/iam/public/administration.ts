import type { ParseKeys } from 'i18next'

import type { Me } from '~/api/models'
import { may } from '~/lib/permissions'

export interface AdminDestination {
  to: '/administration/users' | '/administration/service-accounts' | '/administration/grants' | '/administration/organisation' | '/administration/portfolio' | '/administration/settings'
  label: ParseKeys
  visible: (me: Me) => boolean
}

const reads = (me: Me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M')
/** Whoever assigns customers to managers, whether or not they administer anything else. */
export const assigns = (me: Me) => may(me, 'portfolio', 'A') || may(me, 'portfolio', 'M')

const PAGES: readonly AdminDestination[] = [
  { to: '/administration/users', label: 'shell.adminUsers', visible: reads },
  { to: '/administration/service-accounts', label: 'shell.adminServices', visible: reads },
  { to: '/administration/grants', label: 'shell.adminGrants', visible: reads },
  { to: '/administration/organisation', label: 'shell.adminOrganisation', visible: reads },
  { to: '/administration/portfolio', label: 'shell.adminPortfolio', visible: assigns },
  { to: '/administration/settings', label: 'shell.adminSettings', visible: reads },
]

/** The pages of the administration that this user may open. */
export const adminPages = (me: Me) => PAGES.filter((page) => page.visible(me))
