/* Indonesian texts of pages that few people open: they come with the page, not with the first screen. */
import i18next from 'i18next'

export interface LazyAreas {
  absences: typeof import('./id/absences').absences
  access: typeof import('./id/access').access
  admin: typeof import('./id/admin').admin
  calendars: typeof import('./id/calendars').calendars
  documents: typeof import('./id/documents').documents
  workflow: typeof import('./id/workflow').workflow
  cases: typeof import('./id/cases').cases
  levels: typeof import('./id/levels').levels
  inbox: typeof import('./id/inbox').inbox
  services: typeof import('./id/services').services
  suspicion: typeof import('./id/suspicion').suspicion
  trail: typeof import('./id/trail').trail
  security: typeof import('./id/security').security
  operations: typeof import('./id/operations').operations
  configuration: typeof import('./id/configuration').configuration
}

/** Adds the texts of an area before its page is drawn; English, fetched as a whole, has them already. */
export function addTexts<Area extends keyof LazyAreas>(area: Area, texts: LazyAreas[Area]): void {
  i18next.addResourceBundle('id', 'translation', { [area]: texts }, true, true)
}
