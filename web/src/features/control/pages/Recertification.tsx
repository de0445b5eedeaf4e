import '../texts/id/reviews'

import { Button, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { date } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { configures } from '~/lib/permissions'
import { Confirm } from '~/ui/Confirm'
import { Chip } from '~/ui/Chip'
import { EndlessList, Listing } from '~/ui/Listing'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import { DecideDialog } from '../DecideDialog'
import { byPerson, type Decision, itemsOptions, openReview, type PersonRights, type Review, REVIEWS, type ReviewItem, reviewsQuery } from '../reviews'
import frame from '~/ui/List.module.css'

export interface ReviewFilters {
  view?: string
  review?: string
}

interface Props {
  filters: ReviewFilters
  onFilters: (filters: ReviewFilters) => void
}

/** The rights of my people, which I confirm or remove; for who configures also how far each review is. */
export function Recertification({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const configuring = configures(useMe())
  const view = configuring && filters.view === 'all' ? 'all' : 'mine'
  return (
    <Page title={t('reviews.title')} text={t('reviews.text')}>
      {configuring && (
        <div className={frame.tools}>
          <Views
            label={t('reviews.views')}
            views={[
              { key: 'mine', label: t('reviews.mine') },
              { key: 'all', label: t('reviews.all') },
            ]}
            value={view}
            onChange={(next) => onFilters(next === 'all' ? { view: 'all' } : {})}
          />
        </div>
      )}
      {view === 'mine' ? (
        <Rights />
      ) : filters.review ? (
        <>
          <Button variant="subtle" size="compact-sm" onClick={() => onFilters({ view: 'all' })}>
            {t('reviews.back')}
          </Button>
          <Rights reviewId={filters.review} />
        </>
      ) : (
        <Reviews onOpen={(review) => onFilters({ view: 'all', review })} />
      )}
    </Page>
  )
}

function Rights({ reviewId }: { reviewId?: string }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(itemsOptions(reviewId))
  const [asked, setAsked] = useState<{ items: ReviewItem[]; decision: Decision } | null>(null)
  const people = byPerson(flatten(list.data))
  return (
    <>
      <EndlessList
        list={list}
        body={null}
        empty={
          people.length === 0 && (
            <State icon={<IconCertificate />} title={t('reviews.empty')}>
              <p>{t('reviews.emptyText')}</p>
            </State>
          )
        }
      >
        {people.map((rights) => (
          <Person key={rights.person.user_id} rights={rights} onDecide={(items, decision) => setAsked({ items, decision })} />
        ))}
      </EndlessList>
      {asked && <DecideDialog {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Person({ rights: { person, items }, onDecide }: { rights: PersonRights; onDecide: (items: ReviewItem[], decision: Decision) => void }) {
  const { t } = useTranslation()
  const open = items.filter(({ can }) => can.decide)
  const due = items[0]?.due_at
  return (
    <li className={frame.item} data-row={person.user_id} tabIndex={-1}>
      <div>
        <span className={frame.name}>{person.full_name}</span>
        {due && open.length > 0 && <p className={frame.who}>{t('reviews.due', { date: date(due) })}</p>}
        <ul aria-label={t('reviews.rightsOf', { name: person.full_name })} style={{ display: 'grid', gap: 6, marginTop: 6 }}>
          {items.map((item) => (
            <li key={item.id} style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 }}>
              <span>
                {t(`reviews.kinds.${item.kind}`)}: <strong>{item.name}</strong>
              </span>
              {item.decision && <Chip tone={item.decision === 'CONFIRMED' ? 'accent' : undefined}>{t(`reviews.decisions.${item.decision}`)}</Chip>}
              {item.decided_by && item.decided_at && <span className="muted">{t('reviews.decidedBy', { name: item.decided_by.full_name, date: date(item.decided_at) })}</span>}
              {!item.decision && !item.can.decide && <span className="muted">{item.reviewer ? t('reviews.waitsFor', { name: item.reviewer.full_name }) : t('reviews.waitsForWatch')}</span>}
              {item.can.decide && !item.can.remove && <span className="muted">{t('reviews.takesTwo')}</span>}
              {item.can.remove && (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  aria-label={t('reviews.removeOf', { right: item.name, name: person.full_name })}
                  onClick={() => onDecide([item], 'REMOVED')}
                >
                  {t('reviews.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className={frame.acts}>
        {open.length > 0 && (
          <Button variant="default" aria-label={t('reviews.confirmOf', { name: person.full_name })} onClick={() => onDecide(open, 'CONFIRMED')}>
            {t(open.length > 1 ? 'reviews.confirmAll' : 'reviews.confirm')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Reviews({ onOpen }: { onOpen: (reviewId: string) => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useQuery(reviewsQuery)
  const [asking, setAsking] = useState(false)
  const begun = useMutation({
    mutationFn: openReview,
    onSuccess: () => toastDone(t('reviews.opened')),
    onError: toastProblem,
    onSettled: () => {
      setAsking(false)
      void client.invalidateQueries({ queryKey: REVIEWS })
    },
  })
  return (
    <>
      {list.data?.can.open && (
        <Button style={{ marginBottom: 12 }} onClick={() => setAsking(true)}>
          {t('reviews.open')}
        </Button>
      )}
      <Listing
        list={list}
        empty={
          list.data?.items.length === 0 && (
            <State icon={<IconCertificate />} title={t('reviews.none')}>
              <p>{t('reviews.noneText')}</p>
            </State>
          )
        }
      >
        {list.isPending ? (
          <ListBones />
        ) : (
          <ul className={frame.list}>
            {list.data?.items.map((review) => (
              <ReviewRow key={review.id} review={review} onOpen={onOpen} />
            ))}
          </ul>
        )}
      </Listing>
      {asking && (
        <Confirm opened title={t('reviews.openTitle')} action={t('reviews.open')} busy={begun.isPending} onConfirm={() => begun.mutate()} onClose={() => setAsking(false)}>
          <p>{t('reviews.openText')}</p>
        </Confirm>
      )}
    </>
  )
}

function ReviewRow({ review, onOpen }: { review: Review; onOpen: (reviewId: string) => void }) {
  const { t } = useTranslation()
  const { open, confirmed, removed, lapsed, kept } = review.counts
  return (
    <li className={frame.item} data-row={review.id} tabIndex={-1}>
      <div>
        <UnstyledButton className={frame.name} onClick={() => onOpen(review.id)}>
          {t('reviews.of', { date: date(review.opened_at) })}
        </UnstyledButton>
        <p className={frame.who}>
          {review.opened_by?.full_name ?? t('reviews.system')} · {review.closed_at ? t('reviews.closed', { date: date(review.closed_at) }) : t('reviews.due', { date: date(review.due_at) })}
        </p>
        <p className={frame.who}>{t('reviews.counts', { open, confirmed, removed, lapsed, kept })}</p>
      </div>
    </li>
  )
}
