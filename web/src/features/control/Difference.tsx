import { useTranslation } from 'react-i18next'

import { linesOf, sentencesOf } from './difference'
import type { Change } from './query'
import { useDifferenceWords } from './useDifferenceWords'
import classes from './control.module.css'

/** What would be written, one change below the other: the act, what it is done to, and each field before and after. */
export function Difference({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation()
  const words = useDifferenceWords()
  const named = t as unknown as (key: string, options: { defaultValue: string }) => string
  const actOf = (change: Change) => named(`control.acts.${change.act}`, { defaultValue: change.act_name })
  if (changes.length === 0) return <p className="muted">{t('control.nothing')}</p>
  return (
    <>
      {changes.map((change, index) => {
        const sentences = sentencesOf(change)
        const lines = sentences.length > 0 ? [] : linesOf(change, words)
        return (
          <div key={index} className={classes.change}>
            <p className={classes.head}>
              <span>
                {actOf(change)}
                {change.object_label && `: ${change.object_label}`}
              </span>
              <span className={classes.faint}>{change.object_name}</span>
            </p>
            {sentences.length > 0 && (
              <ul className={classes.sentences}>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            {lines.length > 0 && (
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('control.field')}</th>
                    <th scope="col">{t('control.before')}</th>
                    <th scope="col">{t('control.after')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.key}>
                      <th scope="row">{line.name}</th>
                      <td className={classes.before} data-label={t('control.before')}>
                        {line.before}
                      </td>
                      <td data-label={t('control.after')}>{line.after}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )
      })}
    </>
  )
}
