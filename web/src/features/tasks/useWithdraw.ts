// scaffold: leave out (the whole file)
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { toastDone, toastProblem } from '~/ui/toast'
import { type Activity, noteActivity } from './activities'

/** Takes an activity of one's own back, with its task where that is open. */
export function useWithdraw() {
  const { t } = useTranslation()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (activity: Activity) => {
      const params = { path: { activity_id: activity.id } }
      return unwrap(api.POST('/api/v1/activities/{activity_id}/withdraw', { params }))
    },
    onSuccess: (_, activity) => {
      noteActivity(client, activity)
      toastDone(t('activities.withdrawn'))
    },
    onError: toastProblem,
  })
}
