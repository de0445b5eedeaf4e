// scaffold: leave out (the whole file)
import './texts/id/activities'

import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { fieldProblems, unwrap } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { Dialog } from '~/ui/Dialog'
import { Secret } from '~/ui/Secret'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { type CalendarFeed, feedsQuery, forgetFeeds } from './activities'
import classes from './activities.module.css'

/** Addresses under which calendar programs read my tasks: made, copied once, revoked. */
export function CalendarDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const feeds = useQuery(feedsQuery)
  const [label, setLabel] = useState('')
  const [titles, setTitles] = useState(false)
  const make = useMutation({
    mutationFn: () => {
      const body = { label: label.trim(), with_titles: titles }
      return unwrap(api.POST('/api/v1/calendar-feeds', { body }))
    },
    onSuccess: () => {
      setLabel('')
      setTitles(false)
      void forgetFeeds(client)
    },
    onError: (error) => {
      if (Object.keys(fieldProblems(error)).length === 0) toastProblem(error)
    },
  })
  const revoke = useMutation({
    mutationFn: (feed: CalendarFeed) => {
      const params = { path: { feed_id: feed.id } }
      return unwrap(api.POST('/api/v1/calendar-feeds/{feed_id}/revoke', { params }))
    },
    onSuccess: (feed) => {
      if (make.data?.id === feed.id) make.reset()
      void forgetFeeds(client)
      toastDone(t('activities.calendar.revoked', { label: feed.label }))
    },
    onError: toastProblem,
  })
  const standing = (feeds.data?.items ?? []).filter((feed) => feed.revoked_at === null)
  const full = feeds.data !== undefined && standing.length >= feeds.data.most
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() !== '' && !make.isPending) make.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={t('activities.calendar.title')} size={520}>
      <div className={classes.feeds}>
        <p className="muted">{t('activities.calendar.text')}</p>
        {make.data && (
          <div role="status">
            <p>{t('activities.calendar.once')}</p>
            <Secret value={`${window.location.origin}${make.data.path}`} />
          </div>
        )}
        {feeds.isPending && <Bone height={48} />}
        {feeds.isError && <Problem error={feeds.error} onRetry={() => void feeds.refetch()} />}
        {standing.length > 0 && (
          <ul className={classes.list} aria-label={t('activities.calendar.list')}>
            {standing.map((feed) => (
              <li key={feed.id} className={classes.feed}>
                <div>
                  <p className={classes.kind}>{feed.label}</p>
                  <p className="muted">
                    {t(`activities.calendar.${feed.with_titles ? 'withTitles' : 'withoutTitles'}`)},{' '}
                    {feed.last_read_at ? (
                      <>
                        {t('activities.calendar.read')} <Ago at={feed.last_read_at} short />
                      </>
                    ) : (
                      t('activities.calendar.unread')
                    )}
                  </p>
                </div>
                <Button
                  variant="default"
                  aria-label={t('activities.calendar.revokeOf', { label: feed.label })}
                  loading={revoke.isPending && revoke.variables.id === feed.id}
                  onClick={() => revoke.mutate(feed)}
                >
                  {t('activities.calendar.revoke')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {full ? (
          <p className="muted">{t('activities.calendar.full', { most: feeds.data.most })}</p>
        ) : (
          <form className={classes.composer} onSubmit={submit}>
            <TextInput
              label={t('activities.calendar.label')}
              placeholder={t('activities.calendar.labelPlaceholder')}
              maxLength={60}
              value={label}
              error={fieldProblems(make.error).label}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
            <Checkbox
              label={t('activities.calendar.titles')}
              description={t('activities.calendar.titlesText')}
              checked={titles}
              onChange={(event) => setTitles(event.currentTarget.checked)}
            />
            <div className={classes.send}>
              <Button type="submit" loading={make.isPending} disabled={label.trim() === ''}>
                {t('activities.calendar.make')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  )
}
