import { useTranslation } from 'react-i18next'

import type { DayState, DayWord } from './content'
import classes from './YearView.module.css'

const WORDS: readonly DayWord[] = ['WORK', 'OFF', 'HOLIDAY', 'JOINT_LEAVE', 'SPECIAL']

/** What colours and letters mean, with how many such days the year has. */
export function Legend({ states }: { states: ReadonlyMap<string, DayState> }) {
  const { t } = useTranslation()
  const all = [...states.values()]
  const proposed = all.filter((state) => state.proposal).length
  const items = WORDS.map((word) => ({
    word,
    // Joint leave that is worked is a working day as well; so is a special day.
    count: word === 'WORK' ? all.filter((state) => state.works).length : all.filter((state) => state.word === word).length,
  })).filter((item) => item.count > 0 || item.word === 'HOLIDAY')
  return (
    <ul className={classes.legend} aria-label={t('calendars.legend')}>
      {items.map(({ word, count }) => (
        <li key={word}>
          <span aria-hidden className={classes.swatch} data-word={word}>
            {t(`calendars.letters.${word}`)}
          </span>
          {t(`calendars.words.${word}`)} <span className={classes.count}>{count}</span>
        </li>
      ))}
      {proposed > 0 && (
        <li>
          <span aria-hidden className={classes.swatch} data-proposal="ADD">
            {t('calendars.proposalLetter')}
          </span>
          {t('calendars.proposal')} <span className={classes.count}>{proposed}</span>
        </li>
      )}
    </ul>
  )
}
