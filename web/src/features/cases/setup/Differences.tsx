import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { type Difference, differences } from './content'
import { useRungWords } from './Ladder'
import type { LevelContent, Target } from './query'
import classes from './setup.module.css'
import { useNames } from './useNames'

/** What differs between two contents, a sentence each. */
export function Differences({ before, after }: { before: LevelContent | null; after: LevelContent }) {
  const { t } = useTranslation()
  const names = useNames()
  const rungWords = useRungWords()
  const found = differences(before, after)
  if (found.length === 0) return <p className="muted">{t('levels.noDifference')}</p>
  const target = (each: Target) => `${count(each.first_response_hours)} / ${count(each.resolution_hours)}`
  const words = (each: Difference): [string, string] => {
    switch (each.of) {
      case 'calendar':
        return [t('levels.calendar'), `${names.calendar(each.before)} → ${names.calendar(each.after)}`]
      case 'legal_rules':
        return [t('levels.legal'), `${names.law(each.before)} → ${names.law(each.after)}`]
      case 'pause_cap_hours':
        return [t('levels.pauseCap'), `${t('levels.hours', { count: each.before })} → ${t('levels.hours', { count: each.after })}`]
      case 'rule':
        return [names.category(each.category), t(each.added ? 'levels.ruleAdded' : 'levels.ruleRemoved')]
      case 'target':
        return [`${names.category(each.category)}, ${t(`levels.priorities.${each.priority}`)}`, `${target(each.before)} → ${target(each.after)} ${t('levels.hoursWord')}`]
      case 'rung':
        return [t('levels.ladder'), `${t(each.added ? 'levels.added' : 'levels.removed')} ${rungWords(each.rung)}`]
    }
  }
  return (
    <ul className={classes.differences} tabIndex={0} aria-label={t('levels.differences')}>
      {found.map((each, index) => {
        const [what, change] = words(each)
        return (
          <li key={index}>
            <span>{what}</span>
            <span className="muted num">{change}</span>
          </li>
        )
      })}
    </ul>
  )
}
