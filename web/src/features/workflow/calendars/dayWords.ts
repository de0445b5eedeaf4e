import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

import type { DayState } from './content'
import { dayLong } from './zone'

/** A name that stands in both languages, in that of the page. */
export const inLanguage = (name: { id: string; en: string }) => (i18next.language === 'en' ? name.en : name.id)

/** What a day is, for the ear, for the pointer and for a popover. */
export function useDayWords() {
  const { t } = useTranslation()
  const standing = (state: DayState): string => {
    const parts: string[] = [t(`calendars.words.${state.word}`)]
    const ruled = state.rule && state.rule.decision === 'APPROVED'
    if (ruled && state.rule) parts.push(inLanguage(state.rule.name))
    if (state.word === 'JOINT_LEAVE') parts.push(state.works ? t('calendars.leaveWorks') : t('calendars.leaveOff'))
    return parts.join(', ')
  }
  const proposed = (state: DayState): string | null => {
    if (state.proposal === 'REMOVE') return t('calendars.removalWord')
    if (state.proposal !== 'ADD' || !state.holiday) return null
    const what = t(`calendars.words.${state.holiday.kind}`).toLowerCase()
    return t('calendars.proposalWord', { what, name: inLanguage(state.holiday.name) })
  }
  return {
    spoken: (day: string, state: DayState, changed: boolean) =>
      [`${dayLong(day)}: ${standing(state)}`, proposed(state), changed && t('calendars.changedWord')].filter(Boolean).join('; '),
    hint: (state: DayState) => (state.word === 'WORK' || state.word === 'OFF') && !state.proposal ? undefined : [standing(state), proposed(state)].filter(Boolean).join('; '),
  }
}
