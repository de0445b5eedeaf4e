import { IconActivityHeartbeat, IconMessageReport, IconBriefcase, IconCalendarTime, IconCategory, IconClockHour4, IconFileSettings, IconClipboardCheck, IconHome, IconListDetails, IconInbox, IconKey, IconRadar, IconReportAnalytics, IconShieldSearch, IconSitemap, IconUserCircle, IconUserShield, IconUsers } from '@tabler/icons-react'
import type { ParseKeys } from 'i18next'

import type { Me } from '~/api/models'
import { assigns } from '~/features/iam/public/administration'
import { may, worksOnCases } from '~/lib/permissions'

export interface Destination {
  to: '/customers' | '/cases' | '/cases/report' | '/inbox' | '/suspicion' | '/change-requests' | '/audit' | '/break-glass' | '/workflows' | '/calendars' | '/service-levels' | '/case-categories' | '/customer-lists' | '/operations' | '/configuration' | '/administration' | '/administration/portfolio' | '/welcome' | '/profile'
  label: ParseKeys
  short: ParseKeys
  go: ParseKeys
  group: 'groupWork' | 'groupControl' | 'groupConfig' | null
  /** It has a place of its own in the bar above, and none in the rail or the phone's bar. */
  above?: true
  icon: typeof IconUsers
  keys: string
  visible: (me: Me) => boolean
}

/** Every page that exists, in the order of the rail; a user sees those that the server's permissions open. */
const DESTINATIONS: readonly Destination[] = [
  {
    to: '/welcome',
    label: 'shell.welcome',
    short: 'shell.welcome',
    go: 'shell.goWelcome',
    group: 'groupWork',
    icon: IconHome,
    keys: 'g w',
    visible: (me) => me.home === '/welcome',
  },
  {
    to: '/customers',
    label: 'shell.customers',
    short: 'shell.customers',
    go: 'shell.goCustomers',
    group: 'groupWork',
    icon: IconUsers,
    keys: 'g c',
    visible: (me) => may(me, 'customer', 'R') || me.elevation !== null,
  },
  {
    to: '/cases',
    label: 'shell.cases',
    short: 'shell.cases',
    go: 'shell.goCases',
    group: 'groupWork',
    icon: IconMessageReport,
    keys: 'g q',
    visible: worksOnCases,
  },
  {
    to: '/change-requests',
    label: 'shell.changeRequests',
    short: 'shell.changeRequestsShort',
    go: 'shell.goChangeRequests',
    group: 'groupWork',
    icon: IconClipboardCheck,
    keys: 'g r',
    visible: (me) => may(me, 'change_request', 'R'),
  },
  {
    to: '/inbox',
    label: 'shell.inbox',
    short: 'shell.inbox',
    go: 'shell.goInbox',
    group: null,
    above: true,
    icon: IconInbox,
    keys: 'g i',
    visible: (me) => may(me, 'task', 'R'),
  },
  {
    to: '/audit',
    label: 'shell.audit',
    short: 'shell.auditShort',
    go: 'shell.goAudit',
    group: 'groupControl',
    icon: IconShieldSearch,
    keys: 'g a',
    visible: (me) => may(me, 'audit', 'R'),
  },
  {
    to: '/break-glass',
    label: 'shell.breakGlass',
    short: 'shell.breakGlassShort',
    go: 'shell.goBreakGlass',
    group: 'groupControl',
    icon: IconKey,
    keys: 'g e',
    visible: (me) => may(me, 'break_glass', 'C') || may(me, 'break_glass', 'A'),
  },
  {
    to: '/suspicion',
    label: 'shell.suspicion',
    short: 'shell.suspicionShort',
    go: 'shell.goSuspicion',
    group: 'groupControl',
    icon: IconRadar,
    keys: 'g s',
    visible: (me) => may(me, 'suspicion', 'R'),
  },
  {
    // Supervisors find it in their queue.
    to: '/cases/report',
    label: 'shell.complaintReport',
    short: 'shell.complaintReportShort',
    go: 'shell.goComplaintReport',
    group: 'groupControl',
    icon: IconReportAnalytics,
    keys: 'g n',
    visible: (me) => !worksOnCases(me) && me.roles.some((role) => ['DIRECTOR', 'COMPLIANCE'].includes(role.kind)),
  },
  {
    to: '/workflows',
    label: 'shell.workflows',
    short: 'shell.workflowsShort',
    go: 'shell.goWorkflows',
    group: 'groupConfig',
    icon: IconSitemap,
    keys: 'g f',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/calendars',
    label: 'shell.calendars',
    short: 'shell.calendarsShort',
    go: 'shell.goCalendars',
    group: 'groupConfig',
    icon: IconCalendarTime,
    keys: 'g k',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/service-levels',
    label: 'shell.serviceLevels',
    short: 'shell.serviceLevelsShort',
    go: 'shell.goServiceLevels',
    group: 'groupConfig',
    icon: IconClockHour4,
    keys: 'g l',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/case-categories',
    label: 'shell.caseCategories',
    short: 'shell.caseCategoriesShort',
    go: 'shell.goCaseCategories',
    group: 'groupConfig',
    icon: IconCategory,
    keys: 'g t',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/customer-lists',
    label: 'shell.customerLists',
    short: 'shell.customerListsShort',
    go: 'shell.goCustomerLists',
    group: 'groupConfig',
    icon: IconListDetails,
    keys: 'g g',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/configuration',
    label: 'shell.configuration',
    short: 'shell.configurationShort',
    go: 'shell.goConfiguration',
    group: 'groupConfig',
    icon: IconFileSettings,
    keys: 'g x',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/operations',
    label: 'shell.operations',
    short: 'shell.operations',
    go: 'shell.goOperations',
    group: 'groupControl',
    icon: IconActivityHeartbeat,
    keys: 'g o',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/administration',
    label: 'shell.administration',
    short: 'shell.administrationShort',
    go: 'shell.goAdministration',
    group: 'groupConfig',
    icon: IconUserShield,
    keys: 'g u',
    visible: (me) => may(me, 'configuration', 'R') || may(me, 'configuration', 'M'),
  },
  {
    to: '/administration/portfolio',
    label: 'shell.adminPortfolio',
    short: 'shell.adminPortfolio',
    go: 'shell.goPortfolio',
    group: 'groupWork',
    icon: IconBriefcase,
    keys: 'g m',
    // Administrators find it under the administration.
    visible: (me) => assigns(me) && !may(me, 'configuration', 'R') && !may(me, 'configuration', 'M'),
  },
  {
    to: '/profile',
    label: 'shell.profile',
    short: 'shell.profile',
    go: 'shell.goProfile',
    group: null,
    icon: IconUserCircle,
    keys: 'g p',
    visible: () => true,
  },
]

export const destinationsOf = (me: Me) => DESTINATIONS.filter((each) => each.visible(me))
