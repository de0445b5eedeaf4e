import type { TFunction } from 'i18next'

/** What the buttons of a calendar are called. */
export const calendarNames = (t: TFunction) => ({
  previousMonth: t('common.previousMonth'),
  nextMonth: t('common.nextMonth'),
  monthLevelControl: t('common.chooseMonth'),
  yearLevelControl: t('common.chooseYear'),
  previousYear: t('common.previousYear'),
  nextYear: t('common.nextYear'),
  previousDecade: t('common.previousDecade'),
  nextDecade: t('common.nextDecade'),
})
