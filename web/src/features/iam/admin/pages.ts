import type { ParseKeys } from 'i18next'

import type { Me } from '~/api/models'
import { assigns, configures } from '~/lib/permissions'

export interface AdminDestination {
  to: '/administration/users' | '/administration/service-accounts' | '/administration/grants' | '/administration/role-conflicts' | '/administration/organisation' | '/administration/portfolio' | '/administration/settings'
  label: ParseKeys
  visible: (me: Me) => boolean
}

const PAGES: readonly AdminDestination[] = [
  { to: '/administration/users', label: 'admin.pages.users', visible: configures },
  { to: '/administration/service-accounts', label: 'admin.pages.services', visible: configures },
  { to: '/administration/grants', label: 'admin.pages.grants', visible: configures },
  { to: '/administration/role-conflicts', label: 'admin.pages.conflicts', visible: configures },
  { to: '/administration/organisation', label: 'admin.pages.organisation', visible: configures },
  { to: '/administration/portfolio', label: 'admin.pages.portfolio', visible: assigns },
  { to: '/administration/settings', label: 'admin.pages.settings', visible: configures },
]

/** The pages of the administration that this user may open. */
export const adminPages = (me: Me) => PAGES.filter((page) => page.visible(me))
