import '../texts/id/inbox'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconArchive, IconChecks, IconInbox, IconMail } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { FilterMenu } from '~/ui/FilterMenu'
import { Endless } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { NoticeRow } from '../NoticeRow'
import { type InboxFilters, type InboxMark, isArchive, type Notice, noticesOptions, summaryQuery } from '../query'
import { useMarking } from '../useMarking'
import classes from '../Inbox.module.css'
import frame from '~/ui/List.module.css'

const MailDialog = lazy(() =>
  import('../MailDialog').then(({ MailDialog }) => ({ default: MailDialog })),
)

interface Props {
  filters: InboxFilters
  onFilters: (filters: InboxFilters) => void
  onGo: (address: string) => void
}

/** What the program told me, newest first; opening a notice leads to what it is about. */
export function Inbox({ filters, onFilters, onGo }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(noticesOptions(filters))
  const summary = useQuery(summaryQuery).data
  const notices = flatten(list.data)
  const archive = isArchive(filters)
  const { mark, busy } = useMarking()
  const [mailing, setMailing] = useState(false)

  const markOne = (what: InboxMark['mark'], notice: Notice) => void mark({ mark: what, ids: [notice.id], unread: false }, what === 'READ' || what === 'UNREAD')
  const all = (what: 'READ' | 'ARCHIVE') => void mark({ mark: what, kind: filters.kind, unread: filters.unread === 'yes' })
  const open = (notice: Notice) => {
    if (notice.read_at === null) markOne('READ', notice)
    if (notice.address) onGo(notice.address)
  }

  const { ref } = useRowKeys<HTMLUListElement>({})
  const onFocused = (what: (notice: Notice) => InboxMark['mark']) => () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
    const notice = notices.find((each) => each.id === id)
    if (notice) markOne(what(notice), notice)
  }
  useCommands([
    { id: 'inbox.archive', group: 'list', label: archive ? t('inbox.restore') : t('inbox.archive'), keys: 'e', unlisted: true, run: onFocused(() => (archive ? 'RESTORE' : 'ARCHIVE')) },
    { id: 'inbox.unread', group: 'list', label: t('inbox.markUnread'), keys: 'u', unlisted: true, run: onFocused((notice) => (notice.read_at ? 'UNREAD' : 'READ')) },
    { id: 'inbox.mail', group: 'list', label: t('inbox.mail'), run: () => setMailing(true) },
    { id: 'inbox.readAll', group: 'list', label: t('inbox.readAll'), hidden: archive, run: () => all('READ') },
  ])

  const actions = !archive && (
    <>
      <Button variant="default" leftSection={<IconMail size={15} aria-hidden />} onClick={() => setMailing(true)}>
        {t('inbox.mailShort')}
      </Button>
      <Button variant="default" leftSection={<IconChecks size={15} aria-hidden />} disabled={(summary?.unread.count ?? 0) === 0} loading={busy} onClick={() => all('READ')}>
        {t('inbox.readAll')}
      </Button>
      <Button variant="default" leftSection={<IconArchive size={15} aria-hidden />} disabled={notices.length === 0} onClick={() => all('ARCHIVE')}>
        {t('inbox.archiveAll')}
      </Button>
    </>
  )
  return (
    <Page title={t('inbox.title')} text={t('inbox.text')} actions={actions}>
      <div className={frame.tools}>
        <Views
          label={t('inbox.boxes')}
          views={[
            { key: 'inbox', label: t('inbox.inbox') },
            { key: 'archived', label: t('inbox.archived') },
          ]}
          value={archive ? 'archived' : 'inbox'}
          onChange={(box) => onFilters({ box: box === 'archived' ? box : undefined })}
        />
        <button type="button" className={frame.toggle} aria-pressed={filters.unread === 'yes'} onClick={() => onFilters({ ...filters, unread: filters.unread ? undefined : 'yes' })}>
          {t('inbox.unread')}
        </button>
        <FilterMenu
          label={t('inbox.kind')}
          value={filters.kind}
          options={(summary?.kinds ?? []).map(({ key, title, unread }) => ({ value: key, label: title, detail: unread > 0 ? String(unread) : undefined }))}
          onChange={(kind) => onFilters({ ...filters, kind })}
        />
      </div>
      <Endless
        list={list}
        bones={<Skeleton />}
        empty={notices.length === 0 && <Empty archive={archive} filtered={Boolean(filters.unread ?? filters.kind)} onClear={() => onFilters({ box: filters.box })} />}
      >
        {notices.length > 0 && (
          <ul ref={ref} className={frame.list} aria-label={t('inbox.list')}>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onOpen={open} onMark={markOne} />
            ))}
          </ul>
        )}
      </Endless>
      {mailing && (
        <Suspense>
          <MailDialog onClose={() => setMailing(false)} />
        </Suspense>
      )}
    </Page>
  )
}

function Empty({ archive, filtered, onClear }: { archive: boolean; filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation()
  if (filtered) {
    const clear = (
      <Button variant="default" onClick={onClear}>
        {t('common.clear')}
      </Button>
    )
    return (
      <State icon={<IconInbox />} title={t('inbox.emptyFiltered')} action={clear}>
        <p>{t('inbox.emptyFilteredText')}</p>
      </State>
    )
  }
  return (
    <State icon={archive ? <IconArchive /> : <IconInbox />} title={archive ? t('inbox.emptyArchive') : t('inbox.empty')}>
      <p>{archive ? t('inbox.emptyArchiveText') : t('inbox.emptyText')}</p>
    </State>
  )
}

function Skeleton() {
  return (
    <div aria-hidden>
      {[260, 320, 290].map((width) => (
        <div key={width} className={classes.bone}>
          <Bone width={width} height={14} />
          <Bone width={width + 120} />
        </div>
      ))}
    </div>
  )
}
