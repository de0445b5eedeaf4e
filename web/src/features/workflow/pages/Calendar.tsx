import '../texts/id/calendars'

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconArchive, IconArchiveOff, IconCalculator, IconCopy, IconDots, IconHistory } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Calendar as CalendarData } from '~/api/models'
import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { CreateDialog } from '../calendars/CreateDialog'
import { inLanguage } from '../calendars/dayWords'
import { Editor, type Panel } from '../calendars/Editor'
import { calendarQuery, calendarsOptions } from '../calendars/query'
import { useActions } from '../calendars/useActions'
import { useDraft } from '~/lib/draft'
import classes from './Calendar.module.css'

export type { Panel }

interface Props {
  calendarKey: string
  year: number
  panel: Panel | undefined
  onYear: (year: number) => void
  onPanel: (panel: Panel | undefined) => void
  onOpen: (key: string) => void
}

/** One calendar: its year, its week, its proposals; changed as a draft, put in force by approval. */
export function Calendar(props: Props) {
  const { t } = useTranslation()
  const calendar = useQuery(calendarQuery(props.calendarKey, props.year))
  if (calendar.isError && !calendar.data) return <Problem page error={calendar.error} onRetry={() => void calendar.refetch()} />
  if (!calendar.data) return <Skeleton title={t('calendars.title')} />
  return <Loaded {...props} calendar={calendar.data} />
}

function Loaded({ calendar, year, panel, onYear, onPanel, onOpen }: Props & { calendar: CalendarData }) {
  const { t } = useTranslation()
  const draft = useDraft({ content: calendar.draft.content, version: calendar.draft.version })
  const [stale, setStale] = useState(false)
  const [asking, setAsking] = useState<'copy' | 'archive' | null>(null)
  const actions = useActions(calendar.key, year, draft, () => setStale(true))
  const title = inLanguage(calendar.title)
  const heading = (
    <span className={classes.heading}>
      <Link to="/calendars" className={classes.back}>
        {t('calendars.title')}
      </Link>
      <span aria-hidden className={classes.slash}>
        /
      </span>
      <span>{title}</span>
      {!calendar.published && <Chip tone="warning">{t('calendars.neverApproved')}</Chip>}
      {calendar.archived_at && <Chip>{t('calendars.archived')}</Chip>}
    </span>
  )
  return (
    <Page
      title={title}
      heading={heading}
      width="full"
      actions={
        <>
          <Button variant="default" leftSection={<IconCalculator size={15} />} aria-pressed={panel === 'check'} onClick={() => onPanel(panel === 'check' ? undefined : 'check')}>
            {t('calendars.check')}
          </Button>
          <Button variant="default" leftSection={<IconHistory size={15} />} aria-pressed={panel === 'versions'} onClick={() => onPanel(panel === 'versions' ? undefined : 'versions')}>
            {t('calendars.versions')}
          </Button>
          {calendar.can.archive && (
            <Menu width={240}>
              <Menu.Target>
                <Tooltip label={t('common.more')}>
                  <ActionIcon variant="default" size={30} aria-label={t('common.more')}>
                    <IconDots size={16} />
                  </ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => setAsking('copy')}>
                  {t('calendars.copy')}
                </Menu.Item>
                {calendar.archived_at ? (
                  <Menu.Item leftSection={<IconArchiveOff size={15} />} onClick={() => actions.archive.mutate(false)}>
                    {t('calendars.unarchive')}
                  </Menu.Item>
                ) : (
                  <Menu.Item leftSection={<IconArchive size={15} />} onClick={() => setAsking('archive')}>
                    {t('calendars.archive')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      <Editor
        calendar={calendar}
        year={year}
        panel={panel}
        draft={draft}
        actions={actions}
        stale={stale}
        onStale={setStale}
        onYear={onYear}
        onPanel={onPanel}
      />
      {asking === 'archive' && (
        <Confirm
          opened
          title={t('calendars.archiveTitle')}
          action={t('calendars.archive')}
          busy={actions.archive.isPending}
          disabled={calendar.uses.length > 0}
          onConfirm={() => actions.archive.mutate(true, { onSettled: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        >
          <p>{t('calendars.archiveText')}</p>
          {calendar.uses.length > 0 && (
            <div role="alert" className={classes.uses}>
              <p>{t('calendars.usedByText')}</p>
              <ul>
                {calendar.uses.map((use) => (
                  <li key={`${use.kind}${use.name}`}>
                    {use.kind}: {use.name}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Confirm>
      )}
      {asking === 'copy' && <Copy source={calendar.key} title={title} onMade={onOpen} onClose={() => setAsking(null)} />}
    </Page>
  )
}

function Copy({ source, title, onMade, onClose }: { source: string; title: string; onMade: (key: string) => void; onClose: () => void }) {
  const list = useInfiniteQuery(calendarsOptions(false))
  const others = flatten(list.data).filter((each) => each.key !== source)
  const sources = [{ key: source, title }, ...others.map((each) => ({ key: each.key, title: inLanguage(each.title) }))]
  return <CreateDialog sources={sources} source={source} onMade={onMade} onClose={onClose} />
}

function Skeleton({ title }: { title: string }) {
  return (
    <Page title={title} heading={<Bone width={220} height={20} />} width="full">
      <div aria-hidden aria-busy className={classes.bones}>
        <div className={classes.boneMonths}>
          {Array.from({ length: 12 }, (_, month) => (
            <Bone key={month} height={196} />
          ))}
        </div>
        <div className={classes.boneAside}>
          {Array.from({ length: 9 }, (_, row) => (
            <Bone key={row} width={`${70 + ((row * 17) % 30)}%`} height={14} />
          ))}
        </div>
      </div>
    </Page>
  )
}
