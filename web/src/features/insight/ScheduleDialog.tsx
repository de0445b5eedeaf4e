import './texts/id/insight'

import { Button, MultiSelect, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { dateTime } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Dialog } from '~/ui/Dialog'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import classes from './insight.module.css'
import { FREQUENCIES, type Frequency, type Preset, recipientsQuery, type Schedule, schedulesQuery } from './query'

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}.00` }))

interface Props {
  board: string
  branch: string | undefined
  preset: Preset | undefined
  onClose: () => void
}

/** Dashboards that are sent regularly: a new one, and mine with pause and removal. */
export function ScheduleDialog({ board, branch, preset, onClose }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const mine = useQuery(schedulesQuery)
  const people = useQuery(recipientsQuery(board, branch))
  const [frequency, setFrequency] = useState<Frequency>('WEEKLY')
  const [hour, setHour] = useState('7')
  const [recipients, setRecipients] = useState<string[]>([])
  const refresh = () => client.invalidateQueries({ queryKey: schedulesQuery.queryKey })
  const make = useMutation({
    mutationFn: () => {
      const body = { dashboard: board, branch, preset: preset ?? ('last_7' as const), frequency, hour: Number(hour), recipients }
      return unwrap(api.POST('/api/v1/dashboard-schedules', { body }))
    },
    onSuccess: () => {
      setRecipients([])
      toastDone(t('insight.schedule.made'))
      void refresh()
    },
    onError: toastProblem,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  const others = (people.data?.items ?? []).map((each) => ({ value: each.id, label: each.id === me.id ? t('insight.schedule.me', { name: each.full_name }) : each.full_name }))
  return (
    <Dialog opened onClose={onClose} title={t('insight.schedule.title')} size={560}>
      <p className="muted">{t('insight.schedule.text')}</p>
      {mine.isPending && <Bone height={48} />}
      {mine.isError && <Problem error={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.data && mine.data.items.length > 0 && (
        <ul className={classes.schedules} aria-label={t('insight.schedule.mine')}>
          {mine.data.items.map((each) => (
            <Row key={each.id} schedule={each} onChanged={() => void refresh()} />
          ))}
        </ul>
      )}
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.pair}>
          <Select
            label={t('insight.schedule.frequency')}
            data={FREQUENCIES.map((each) => ({ value: each, label: t(`insight.frequencies.${each}`) }))}
            value={frequency}
            allowDeselect={false}
            onChange={(next) => setFrequency(FREQUENCIES.find((each) => each === next) ?? 'WEEKLY')}
          />
          <Select label={t('insight.schedule.hour')} data={HOURS} value={hour} allowDeselect={false} onChange={(next) => setHour(next ?? '7')} />
        </div>
        <MultiSelect
          label={t('insight.schedule.recipients')}
          description={t('insight.schedule.recipientsText')}
          data={others}
          value={recipients}
          maxValues={20}
          searchable
          onChange={setRecipients}
        />
        <div>
          <Button type="submit" loading={make.isPending}>
            {t('insight.schedule.make')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Row({ schedule, onChanged }: { schedule: Schedule; onChanged: () => void }) {
  const { t } = useTranslation()
  const params = { path: { schedule_id: schedule.id } }
  const turn = useMutation({
    mutationFn: () => {
      const { version, frequency, hour } = schedule
      return unwrap(api.PATCH('/api/v1/dashboard-schedules/{schedule_id}', { params, body: { version, frequency, hour, is_active: !schedule.is_active } }))
    },
    onSuccess: onChanged,
    onError: toastProblem,
  })
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/dashboard-schedules/{schedule_id}', { params })),
    onSuccess: () => {
      toastDone(t('insight.schedule.removed'))
      onChanged()
    },
    onError: toastProblem,
  })
  const when = t(`insight.frequencies.${schedule.frequency}`)
  const name = `${schedule.title}, ${when}`
  return (
    <li>
      <div>
        <p>
          {schedule.title} · {when} {String(schedule.hour).padStart(2, '0')}.00
        </p>
        <p className="muted">
          {schedule.recipients.map((each) => each.full_name).join(', ')}
          {' · '}
          {schedule.is_active ? t('insight.schedule.next', { at: dateTime(schedule.next_at) }) : t('insight.schedule.paused')}
        </p>
      </div>
      <div className={classes.acts}>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${t(schedule.is_active ? 'insight.schedule.pause' : 'insight.schedule.resume')}: ${name}`}
          loading={turn.isPending}
          onClick={() => turn.mutate()}
        >
          {t(schedule.is_active ? 'insight.schedule.pause' : 'insight.schedule.resume')}
        </Button>
        <Button variant="default" size="compact-sm" aria-label={`${t('insight.schedule.remove')}: ${name}`} loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('insight.schedule.remove')}
        </Button>
      </div>
    </li>
  )
}
