import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { toastDone, toastProblem } from '~/ui/toast'
import { type InboxMark, markNotices, noteUnread } from './query'

const BACK = { READ: 'UNREAD', UNREAD: 'READ', ARCHIVE: 'RESTORE', RESTORE: 'ARCHIVE' } as const

/** Marks notices and offers the way back: one notice by its id, many by the moment at which they were marked. */
export function useMarking() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const marking = useMutation({ mutationFn: markNotices, onSuccess: (done) => noteUnread(client, done.unread), onError: toastProblem })
  const mark = async (body: InboxMark, quiet = false): Promise<void> => {
    const done = await marking.mutateAsync(body).catch(() => null)
    if (!done || quiet) return
    if (done.changed === 0) return toastDone(t('inbox.nothing'))
    const back: InboxMark = { mark: BACK[body.mark], unread: false, ids: body.ids, marked_at: body.ids ? undefined : done.marked_at }
    toastDone(t(`inbox.marked.${body.mark}`, { count: done.changed }), () => void mark(back, true))
  }
  return { mark, busy: marking.isPending && !marking.variables.ids }
}
