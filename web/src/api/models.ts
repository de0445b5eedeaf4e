/* Names for the shapes of the API that features use; the shapes themselves are generated from openapi.json. */
import type { components, paths } from './schema.gen'

type Schemas = components['schemas']

export type Me = Schemas['MeOut']
export type Preferences = Schemas['PreferencesOut']
export type Language = Preferences['language']
export type ThemeChoice = Preferences['theme']
export type Session = Schemas['SessionOut']
export type DemoLogin = Schemas['DemoLogin']

/** The client reads the pairs of marks as plain lists. */
export type SearchHit = Omit<Schemas['HitOut'], 'marks'> & { marks: number[][] }
export type RecentHit = Schemas['CustomerRowOut']
export type SearchPage = Omit<Schemas['SearchOut'], 'items'> & { items: SearchHit[] }
export type SearchQuery = paths['/api/v1/customers/search']['post']['requestBody']['content']['application/json']

export type Customer360 = Schemas['Customer360Out']
export type Customer = Schemas['CustomerOut']
export type Address = Schemas['AddressOut']
export type Relationship = Schemas['RelationshipOut']
export type Alert = Schemas['AlertOut']
export type Account = Schemas['AccountOut']
export type Activity = Schemas['ActivityOut']
export type TimelineEvent = Schemas['TimelineEventOut']
export type Revealed = Schemas['RevealOut']
export type ChangeRequest = Schemas['ChangeRequestOut']
export type Changes = Schemas['CustomerUpdateIn']['changes']

export type AuditRow = Schemas['AuditOut']
export type AuditElevation = Schemas['AuditElevationOut']
export type AuditSeal = Schemas['AuditSealOut']
export type AuditQuery = NonNullable<paths['/api/v1/audit']['get']['parameters']['query']>
export type Outcome = NonNullable<AuditQuery['outcome']>
export type RequestStatus = ChangeRequest['status']
export type CalendarRow = Schemas['CalendarRowOut']
export type Calendar = Schemas['CalendarOut']
export type CalendarContent = Schemas['CalendarContentOut']
export type CalendarDay = Schemas['CalendarDayOut']
export type CalendarInterval = Schemas['CalendarIntervalOut']
export type CalendarHoliday = Schemas['CalendarHolidayOut']
export type CalendarVersionRow = Schemas['CalendarVersionRowOut']
export type CalendarCheck = Schemas['CalendarCheckIn']
export type CalendarChecked = Schemas['CalendarCheckOut']
export type CalendarStep = Schemas['CalendarStepOut']
