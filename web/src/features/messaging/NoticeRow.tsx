import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconMail, IconMailOpened } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Ago } from '~/ui/Time'
import type { InboxMark, Notice } from './query'
import classes from './Inbox.module.css'

interface Props {
  notice: Notice
  onOpen: (notice: Notice) => void
  onMark: (mark: InboxMark['mark'], notice: Notice) => void
}

/** One notice: what happened, about what, when; the whole row opens it. */
export function NoticeRow({ notice, onOpen, onMark }: Props) {
  const { t } = useTranslation()
  const unread = notice.read_at === null
  const about = [notice.subject_name, notice.subject_label].filter(Boolean).join(' ')
  const act = (mark: InboxMark['mark'], label: string, icon: ReactNode) => (
    <Tooltip label={label}>
      <ActionIcon aria-label={`${label}: ${notice.title}`} onClick={() => onMark(mark, notice)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  return (
    <li className={classes.row} data-unread={unread || undefined}>
      <span className={classes.dot} role="img" aria-label={unread ? t('inbox.unread') : t('inbox.read')} />
      <button type="button" className={classes.open} data-row={notice.id} onClick={() => onOpen(notice)} title={notice.address ? undefined : t('inbox.noPage')}>
        <span className={classes.title}>{notice.title}</span>
        <span className={classes.body}>{notice.body}</span>
        {about && <span className={classes.about}>{about}</span>}
      </button>
      <span className={classes.time}>
        <Ago at={notice.created_at} />
      </span>
      <span className={classes.acts}>
        {unread ? act('READ', t('inbox.markRead'), <IconMailOpened size={16} />) : act('UNREAD', t('inbox.markUnread'), <IconMail size={16} />)}
        {notice.archived_at ? act('RESTORE', t('inbox.restore'), <IconArchiveOff size={16} />) : act('ARCHIVE', t('inbox.archive'), <IconArchive size={16} />)}
      </span>
    </li>
  )
}
