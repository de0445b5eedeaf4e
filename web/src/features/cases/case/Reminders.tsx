import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconBell, IconX } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { dateTime, dayKey } from '~/lib/format'
import { DayInput } from '~/ui/DayInput'
import { Section } from '~/ui/Section'
import { toastProblem } from '~/ui/toast'
import type { Case } from '../model'
import { noteCase } from '../query'
import classes from './case.module.css'

const DAY = 86_400_000

/** When I want to be told of this case again. */
export function Reminders({ one }: { one: Case }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [day, setDay] = useState<string | null>(() => dayKey(new Date(Date.now() + DAY)))
  const [clock, setClock] = useState('09:00')
  const [note, setNote] = useState('')
  const took = (next: Case) => noteCase(client, next)
  const add = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/cases/{case_id}/reminders', { params: { path: { case_id: one.id } }, body: { at: `${day}T${clock}:00+07:00`, note: note.trim() } })),
    onSuccess: (next) => {
      took(next)
      setAdding(false)
      setNote('')
    },
    onError: toastProblem,
  })
  const remove = useMutation({
    mutationFn: (reminder_id: string) => unwrap(api.DELETE('/api/v1/cases/{case_id}/reminders/{reminder_id}', { params: { path: { case_id: one.id, reminder_id } } })),
    onSuccess: took,
    onError: toastProblem,
  })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!adding) return
    // The day and the hour are proposed; what is left to say is why.
    form.current?.querySelector<HTMLInputElement>('[data-note]')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [adding])
  if (!one.can.remind && one.reminders.length === 0) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day && clock) add.mutate()
  }
  return (
    <Section
      title={t('cases.reminders')}
      aside={
        one.can.remind &&
        !adding && (
          <Button variant="subtle" size="compact-sm" color="gray" leftSection={<IconBell size={14} />} onClick={() => setAdding(true)}>
            {t('cases.remind')}
          </Button>
        )
      }
    >
      {one.reminders.map((each) => (
        <p key={each.id} className={classes.reminder}>
          <span>
            <span className="num">{dateTime(each.at)}</span> {each.note}
          </span>
          <Tooltip label={t('cases.unremind')}>
            <ActionIcon size={24} aria-label={`${t('cases.unremind')}: ${dateTime(each.at)}`} onClick={() => remove.mutate(each.id)}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </p>
      ))}
      {!adding && one.reminders.length === 0 && <p className="muted">{t('cases.noReminders')}</p>}
      {adding && (
        <form ref={form} className={classes.remind} onSubmit={submit}>
          <DayInput size="xs" label={t('cases.remindOn')} defaultLevel="month" minDate={dayKey(new Date())} maxDate={undefined} clearable={false} value={day} onChange={setDay} />
          <TextInput size="xs" type="time" label={t('cases.remindAt')} value={clock} onChange={(event) => setClock(event.currentTarget.value)} />
          <TextInput size="xs" data-note label={t('cases.noteLabel')} maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <div className={classes.pair}>
            <Button variant="default" onClick={() => setAdding(false)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!day || !clock}>
              {t('common.save')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  )
}
