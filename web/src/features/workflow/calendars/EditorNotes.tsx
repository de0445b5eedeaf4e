import { useTranslation } from 'react-i18next'

import { Confirm } from '~/ui/Confirm'
import type { Actions } from './useActions'
import type { Draft } from './useDraft'
import classes from './Editor.module.css'

/** What the server refused, in its words; each stands at its field as well. */
export function Problems({ problems }: { problems: Record<string, string> }) {
  const { t } = useTranslation()
  const messages = [...new Set(Object.values(problems))]
  if (messages.length === 0) return null
  return (
    <div role="alert" className={classes.problems}>
      <p>{t('calendars.fix')}</p>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

/** Two people at one draft: nothing is overwritten unless it is asked for. */
export function Conflict({ draft, actions, onDone }: { draft: Draft; actions: Actions; onDone: () => void }) {
  const { t } = useTranslation()
  const mine = draft.content
  return (
    <Confirm
      opened
      title={t('calendars.conflictTitle')}
      action={t('calendars.conflictMine')}
      stay={t('calendars.conflictTheirs')}
      busy={actions.reload.isPending || actions.save.isPending}
      onConfirm={() =>
        actions.reload.mutate(undefined, {
          onSuccess: (calendar) => {
            actions.save.mutate({ content: mine, version: calendar.draft.version })
            onDone()
          },
        })
      }
      onClose={() => actions.reload.mutate(undefined, { onSuccess: onDone })}
    >
      <p>{t('calendars.conflictText')}</p>
    </Confirm>
  )
}
