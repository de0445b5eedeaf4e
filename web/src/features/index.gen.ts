/* Generated from the features by `npm run features`. Do not edit. */
import type { Feature } from '~/lib/feature'
import * as access from './access/feature'
import * as advice from './advice/feature'
import * as cases from './cases/feature'
import * as cockpit from './cockpit/feature'
import * as consent from './consent/feature'
import * as control from './control/feature'
import * as customer360 from './customer360/feature'
import * as customers from './customers/feature'
import * as followup from './followup/feature'
import * as iam from './iam/feature'
import * as insight from './insight/feature'
import * as marketing from './marketing/feature'
import * as messaging from './messaging/feature'
import * as oversight from './oversight/feature'
import * as sales from './sales/feature'
import * as stewardship from './stewardship/feature'
import * as tasks from './tasks/feature'
import * as value from './value/feature'
import * as workflow from './workflow/feature'

/** What each feature states about itself. */
export const features: Readonly<Record<string, Feature>> = { access: access.feature, advice: advice.feature, cases: cases.feature, cockpit: cockpit.feature, consent: consent.feature, control: control.feature, customer360: customer360.feature, customers: customers.feature, followup: followup.feature, iam: iam.feature, insight: insight.feature, marketing: marketing.feature, messaging: messaging.feature, oversight: oversight.feature, sales: sales.feature, stewardship: stewardship.feature, tasks: tasks.feature, value: value.feature, workflow: workflow.feature }

/** The pages within the frame. */
export const routes = [...access.routes, ...advice.routes, ...cases.routes, ...cockpit.routes, ...consent.routes, ...control.routes, ...customer360.routes, ...customers.routes, ...followup.routes, ...iam.routes, ...insight.routes, ...marketing.routes, ...messaging.routes, ...oversight.routes, ...sales.routes, ...stewardship.routes, ...tasks.routes, ...value.routes, ...workflow.routes] as const

/** The pages that stand alone. */
export const outside = [...iam.outside] as const
