import { useTranslation } from 'react-i18next'

/** `2 hr 3 j` or `3 j 30 mnt` for seconds of a clock; `5 hari kerja` where days are counted. */
export function useAmount(days: boolean) {
  const { t } = useTranslation()
  return (value: number): string => (days ? t('levels.daysLater', { count: value }) : duration(value, { d: t('levels.d'), h: t('levels.h'), m: t('levels.m') }))
}

/** At most the two largest units, and nothing that is zero; the sign is the caller's. */
export function duration(seconds: number, words: { d: string; h: string; m: string }): string {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), words.d],
    [Math.floor((minutes % 1440) / 60), words.h],
    [minutes % 60, words.m],
  ]
  const first = parts.findIndex(([value]) => value > 0)
  if (first === -1) return `0 ${words.m}`
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, word]) => `${value} ${word}`)
    .join(' ')
}

/** The same for the page of a case: `2 hr 3 j`, or `5 hari kerja` where days are counted. */
export function useSpan(days: boolean) {
  const { t } = useTranslation()
  return (value: number): string => (days ? (value === 0 ? t('cases.daysUnder') : t('cases.days', { count: value })) : duration(value, { d: t('cases.d'), h: t('cases.h'), m: t('cases.m') }))
}
