import { useTranslation } from 'react-i18next'

import classes from './Refusals.module.css'

/** What the server refused of a form, in its words; each stands at its field as well. */
export function Refusals({ problems }: { problems: Record<string, string> }) {
  const { t } = useTranslation()
  const messages = [...new Set(Object.values(problems))]
  if (messages.length === 0) return null
  return (
    <div role="alert" className={classes.problems}>
      <p>{t('common.fix')}</p>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
