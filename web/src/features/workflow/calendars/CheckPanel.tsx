import { Button, Input, NumberInput, SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { Calendar, CalendarCheck, CalendarContent } from '~/api/models'
import { isApiError, unwrap } from '~/api/problem'
import { DayInput } from '~/ui/DayInput'
import { SidePanel } from '~/ui/SidePanel'
import { Steps } from './Steps'
import { TimeField } from './TimeField'
import { dateTimeIn, instantOf, wallOf, zoneWord } from './zone'
import classes from './Panels.module.css'

interface Props {
  calendar: Calendar
  content: CalendarContent
  changed: boolean
  onClose: () => void
}

type Unit = 'hours' | 'days'

/** When working time is over, counted in the calendar as it stands on the screen, with every step. */
export function CheckPanel({ calendar, content, changed, onClose }: Props) {
  const { t } = useTranslation()
  const [start, setStart] = useState(() => wallOf(content.zone, new Date()))
  const [amount, setAmount] = useState<number | string>(8)
  const [unit, setUnit] = useState<Unit>('hours')
  const check = useMutation({
    mutationFn: (body: CalendarCheck) => unwrap(api.POST('/api/v1/calendars/{key}/check', { params: { path: { key: calendar.key } }, body })),
  })
  const value = Number(amount)
  const valid = amount !== '' && value >= 0 && value <= (unit === 'hours' ? 87_660 : 3_660)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!valid) return
    check.mutate({
      version: 'published',
      start: instantOf(content.zone, start.day, start.clock).toISOString(),
      ...(unit === 'hours' ? { working_seconds: Math.round(value * 3600) } : { working_days: Math.round(value) }),
      // What is in force needs no sending; a draft counts as it stands here, saved or not.
      ...(changed && { content }),
    })
  }
  const error = isApiError(check.error) ? check.error : null
  return (
    <SidePanel label={t('calendars.check')} title={t('calendars.check')} onClose={onClose}>
      <div className={classes.body}>
        <p className="muted">{t('calendars.checkText')}</p>
        <form className={classes.form} onSubmit={submit}>
          <div>
            <DayInput
              label={`${t('calendars.start')} (${zoneWord(content.zone)})`}
              defaultLevel="month"
              maxDate={undefined}
              clearable={false}
              value={start.day}
              onChange={(day) => day && setStart({ ...start, day })}
            />
          </div>
          <Input.Wrapper label={t('calendars.startTime')} labelElement="div">
            <TimeField
              tall
              label={t('calendars.startTime')}
              value={start.clock}
              onChange={(clock) => setStart({ ...start, clock: clock === '24:00' ? '00:00' : clock })}
            />
          </Input.Wrapper>
          <NumberInput
            label={t('calendars.amount')}
            size="sm"
            min={0}
            max={unit === 'hours' ? 87_660 : 3_660}
            allowDecimal={unit === 'hours'}
            decimalScale={2}
            decimalSeparator=","
            value={amount}
            onChange={setAmount}
          />
          <Input.Wrapper label={t('calendars.unit')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t('calendars.unit')}
              value={unit}
              onChange={(next) => setUnit(next as Unit)}
              data={[
                { value: 'hours', label: t('calendars.units.hours') },
                { value: 'days', label: t('calendars.units.days') },
              ]}
            />
          </Input.Wrapper>
          <Button type="submit" loading={check.isPending} disabled={!valid} className={classes.submit}>
            {t('calendars.calculate')}
          </Button>
        </form>
        <div aria-live="polite">
          {error && (
            <p role="alert" className={classes.error}>
              {[...new Set([error.title, error.detail, ...Object.values(error.fields).flat()])].filter(Boolean).join(' ')}
            </p>
          )}
          {check.data && !check.isPending && (
            <>
              <div className={classes.due}>
                <span className="muted">{t('calendars.due')}</span>
                <strong>{dateTimeIn(check.data.zone, check.data.due_at)}</strong>
                <span className="muted">
                  {check.variables?.content || !calendar.published ? t('calendars.basis') : t('calendars.basisForce', { number: calendar.published.number })}
                </span>
              </div>
              <Steps checked={check.data} days={check.variables?.working_days != null} />
            </>
          )}
        </div>
      </div>
    </SidePanel>
  )
}
