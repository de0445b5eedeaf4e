import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Dialog } from '~/ui/Dialog'
import { Facts } from '~/ui/Facts'
import { Problem } from '~/ui/states'
import { contentQuery, type Message } from './query'
import classes from './messages.module.css'

interface Props {
  customerId: string
  message: Message
  onClose: () => void
}

/** What a message says, as it was sent: a mail in a frame in which nothing runs and no link works. */
export function MessageDialog({ customerId, message, onClose }: Props) {
  const { t } = useTranslation()
  const content = useQuery(contentQuery(customerId, message.message_id))
  const said = content.data
  return (
    <Dialog opened onClose={onClose} title={`${message.channel_name}, ${message.purpose_name}`} size={said?.html ? 720 : 520}>
      {content.isPending && <Bone height={160} />}
      {content.isError && <Problem error={content.error} onRetry={() => void content.refetch()} />}
      {said && (
        <>
          <Facts
            labelWidth={112}
            facts={[
              [t('messages.recipient'), said.recipient || '–'],
              [t('messages.status'), [said.message.status_name, said.message.reason_name].filter(Boolean).join(': ')],
              [t('messages.written'), dateTime(said.message.queued_at)],
              ...(said.title ? ([[t('messages.title'), said.title]] as [string, string][]) : []),
            ]}
          />
          {said.html ? (
            <div className={classes.frameBox}>
              <iframe className={classes.frame} sandbox="" title={t('messages.content')} srcDoc={said.html} tabIndex={-1} />
            </div>
          ) : (
            <p className={classes.body}>{said.body || t('messages.noText')}</p>
          )}
          <p className={`muted ${classes.note}`}>{t('messages.recorded')}</p>
        </>
      )}
    </Dialog>
  )
}
