import { useTranslation } from 'react-i18next'

import type { CalendarContent } from '~/api/models'
import type { Draft } from '~/lib/draft'
import { Confirm } from '~/ui/Confirm'
import type { Actions } from './useActions'

/** Two people at one draft: nothing is overwritten unless it is asked for. */
export function Conflict({ draft, actions, onDone }: { draft: Draft<CalendarContent>; actions: Actions; onDone: () => void }) {
  const { t } = useTranslation()
  const mine = draft.content
  return (
    <Confirm
      opened
      title={t('common.draftConflictTitle')}
      action={t('common.draftConflictMine')}
      stay={t('common.draftConflictTheirs')}
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
      <p>{t('common.draftConflictText')}</p>
    </Confirm>
  )
}
