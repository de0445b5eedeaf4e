import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { calendarNamesQuery, categoriesQuery, legalQuery } from './query'

/** What calendars, sets of limits and categories are called, in the reader's language; a code that is not known names itself. */
export function useNames() {
  const { i18n } = useTranslation()
  const calendars = useQuery(calendarNamesQuery).data?.items ?? []
  const legal = useQuery(legalQuery).data?.items ?? []
  const categories = useQuery(categoriesQuery).data?.items ?? []
  const language = i18n.language === 'en' ? 'en' : 'id'
  return {
    calendars,
    legal,
    categories,
    calendar: (key: string | null | undefined) => calendars.find((each) => each.key === key)?.title[language] || key || '–',
    law: (key: string | null | undefined) => legal.find((each) => each.key === key)?.title ?? key ?? '–',
    category: (code: string) => categories.find((each) => each.code === code)?.name ?? code,
  }
}
