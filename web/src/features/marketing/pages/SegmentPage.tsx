import '../texts/id/segments'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconArchive, IconArchiveOff, IconFileUpload, IconRefresh, IconSpeakerphone } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count, dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import { campaignsOptions } from '../campaigns/query'
import { KindChip } from '../segments/chips'
import { Members, Refreshes, Versions } from '../segments/Lists'
import { PreviewPanel } from '../segments/PreviewPanel'
import { archiveSegment, noteSegment, refreshSegment, renewSegments, restoreSegment, type Segment, segmentQuery } from '../segments/query'
import { SegmentForm } from '../segments/SegmentForm'
import { UploadDialog } from '../segments/UploadDialog'
import classes from '../marketing.module.css'

interface Props {
  segmentId: string
  view: string | undefined
  onView: (view: string | undefined) => void
}

/** One segment: its rule or list, who is in it, and how both came about. */
export function SegmentPage({ segmentId, ...props }: Props) {
  const { t } = useTranslation()
  const found = useQuery(segmentQuery(segmentId))
  if (found.isPending) {
    return (
      <Page title={t('segments.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  return <Record segment={found.data} {...props} />
}

type Asking = 'archive' | 'upload' | null
const REFRESHING_MS = 2_000

function Record({ segment, view, onView }: Omit<Props, 'segmentId'> & { segment: Segment }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asking, setAsking] = useState<Asking>(null)
  // A refresh runs in the background: looked for until it is there, and then everything that it changed.
  const [before, setBefore] = useState<string | null>()
  const { refreshed_at: refreshed } = segment
  useQuery({ ...segmentQuery(segment.segment_id), refetchInterval: before === refreshed ? REFRESHING_MS : false })
  useEffect(() => {
    if (before !== undefined && before !== refreshed) renewSegments(client, segment.segment_id)
  }, [refreshed])
  const ruled = segment.kind === 'RULE'
  const views = ruled ? (['content', 'members', 'refreshes', 'versions'] as const) : (['content', 'members'] as const)
  const open = views.find((each) => each === view) ?? 'content'
  const put = useMutation({
    mutationFn: (archived: boolean) => (archived ? archiveSegment : restoreSegment)(segment.segment_id, segment.version),
    onSuccess: (saved) => {
      noteSegment(client, saved)
      toastDone(t(saved.archived_at ? 'segments.archivedDone' : 'segments.restoredDone', { name: saved.name }))
    },
    onError: (error) => {
      toastProblem(error)
      renewSegments(client, segment.segment_id)
    },
    onSettled: () => setAsking(null),
  })
  const renew = useMutation({
    mutationFn: () => refreshSegment(segment.segment_id),
    onSuccess: () => {
      setBefore(refreshed)
      toastDone(t('segments.refreshStarted'))
    },
    onError: toastProblem,
    onSettled: () => renewSegments(client, segment.segment_id),
  })
  const archived = segment.archived_at !== null
  return (
    <Page
      title={segment.name}
      heading={
        <>
          {segment.name} <KindChip kind={segment.kind} /> {archived && <Chip tone="warning">{t('segments.isArchived')}</Chip>}
        </>
      }
      text={<Link to="/segments">← {t('segments.title')}</Link>}
      actions={
        segment.can.change || segment.can.archive || segment.can.restore || segment.can.upload ? (
          <>
            {segment.can.restore && (
              <Button variant="default" leftSection={<IconArchiveOff size={15} />} loading={put.isPending} onClick={() => put.mutate(false)}>
                {t('segments.restore')}
              </Button>
            )}
            {segment.can.archive && (
              <Button variant="default" leftSection={<IconArchive size={15} />} onClick={() => setAsking('archive')}>
                {t('segments.archive')}
              </Button>
            )}
            {segment.can.refresh && (
              <Button variant="default" leftSection={<IconRefresh size={15} />} loading={renew.isPending} onClick={() => renew.mutate()}>
                {t('segments.refreshNow')}
              </Button>
            )}
            {segment.can.upload && (
              <Button leftSection={<IconFileUpload size={15} />} onClick={() => setAsking('upload')}>
                {t('segments.upload.open')}
              </Button>
            )}
          </>
        ) : null
      }
    >
      <Standing segment={segment} />
      <Views label={t('segments.viewsLabel')} views={views.map((key) => ({ key, label: t(`segments.views.${key}`) }))} value={open} onChange={(next) => onView(next === 'content' ? undefined : next)} />
      {open === 'content' && (segment.can.change ? <SegmentForm key={segment.segment_id} segment={segment} /> : <Readable segment={segment} />)}
      {open === 'members' && <Members segment={segment} />}
      {open === 'refreshes' && <Refreshes segment={segment} />}
      {open === 'versions' && <Versions segment={segment} />}
      {asking === 'upload' && <UploadDialog segment={segment} onClose={() => setAsking(null)} />}
      {asking === 'archive' && (
        <Confirm opened title={t('segments.archiveTitle')} action={t('segments.archive')} busy={put.isPending} onConfirm={() => put.mutate(true)} onClose={() => setAsking(null)}>
          <p>{t('segments.archiveText', { name: segment.name })}</p>
        </Confirm>
      )}
    </Page>
  )
}

/** How many, as of when, and what uses it. */
function Standing({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const used = useInfiniteQuery(campaignsOptions({ segment: segment.segment_id }))
  const { member_count: members, refreshed_at: at } = segment
  const standing = members === null ? t('segments.neverCounted') : at ? t('segments.membersAt', { rows: count(members), at: dateTime(at) }) : t('segments.membersOf', { rows: count(members) })
  return (
    <div className={classes.standing}>
      <span>{standing}</span>
      {flatten(used.data).map((each) => (
        <Link key={each.campaign_id} to="/campaigns/$campaignId" params={{ campaignId: each.campaign_id }} className={classes.usedBy}>
          <IconSpeakerphone size={14} aria-hidden /> {each.number} {each.name}
        </Link>
      ))}
    </div>
  )
}

/** The same for whoever only reads it. */
function Readable({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  return (
    <div className={classes.split}>
      <div>
        {segment.description && <p>{segment.description}</p>}
        <p className={classes.sentence}>{segment.sentence || t('segments.listText')}</p>
        {segment.kind === 'RULE' && <p className="muted">{segment.refresh_name}</p>}
      </div>
      <PreviewPanel audience={{ segmentId: segment.segment_id }} />
    </div>
  )
}
