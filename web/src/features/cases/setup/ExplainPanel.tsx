import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { date, dateTime, dayKey, time } from '~/lib/format'
import { DayInput } from '~/ui/DayInput'
import { Section } from '~/ui/Section'
import { SidePanel } from '~/ui/SidePanel'
import { useAmount } from './useAmount'
import { PRIORITIES, type Explained, type Priority } from './query'
import classes from './setup.module.css'
import { useNames } from './useNames'

interface Props {
  categories: readonly string[]
  onClose: () => void
}

/** When a case received then would be due by what is in force, with every step of the count. */
export function ExplainPanel({ categories, onClose }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const [category, setCategory] = useState(categories[0] ?? null)
  const [priority, setPriority] = useState<Priority>('MEDIUM')
  const [kind, setKind] = useState<'VERBAL' | 'WRITTEN'>('WRITTEN')
  const [day, setDay] = useState<string | null>(() => dayKey(new Date()))
  const [clock, setClock] = useState(() => time(new Date().toISOString()).replace('.', ':'))
  const explain = useMutation({
    mutationFn: (body: { category: string; priority: Priority; kind: 'VERBAL' | 'WRITTEN'; received_at: string }) => unwrap(api.POST('/api/v1/sla-explanations', { body })),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (category && day) explain.mutate({ category, priority, kind, received_at: `${day}T${clock || '00:00'}:00+07:00` })
  }
  const error = isApiError(explain.error) ? explain.error : null
  return (
    <SidePanel label={t('levels.explain')} title={t('levels.explain')} onClose={onClose}>
      <div className={classes.panel}>
        <p className="muted">{t('levels.explainText')}</p>
        <form className={classes.pair} onSubmit={submit}>
          <Select label={t('levels.category')} data={categories.map((value) => ({ value, label: names.category(value) }))} value={category} onChange={setCategory} />
          <Select
            label={t('levels.priority')}
            data={PRIORITIES.map((value) => ({ value, label: t(`levels.priorities.${value}`) }))}
            value={priority}
            onChange={(value) => setPriority(value as Priority)}
          />
          <Select
            label={t('levels.kind')}
            data={(['VERBAL', 'WRITTEN'] as const).map((value) => ({ value, label: t(`levels.kinds.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(value as 'VERBAL')}
          />
          <DayInput label={t('levels.receivedOn')} defaultLevel="month" maxDate={undefined} clearable={false} value={day} onChange={setDay} />
          <TextInput label={t('levels.receivedAt')} type="time" value={clock} onChange={(event) => setClock(event.currentTarget.value)} />
          <Button type="submit" loading={explain.isPending} disabled={!category || !day} style={{ alignSelf: 'end' }}>
            {t('levels.calculate')}
          </Button>
        </form>
        <div aria-live="polite">
          {error && <p className={classes.wrong}>{[...new Set([error.title, error.detail, ...Object.values(error.fields).flat()])].filter(Boolean).join(' ')}</p>}
          {explain.data && explain.data.clocks.map((each) => <Clock key={each.clock} clock={each} />)}
        </div>
      </div>
    </SidePanel>
  )
}

function Clock({ clock }: { clock: Explained['clocks'][number] }) {
  const { t } = useTranslation()
  const amount = useAmount(clock.unit === 'DAYS')
  const steps = clock.lines.flatMap((line) => line.steps)
  return (
    <Section title={t(`levels.clocks.${clock.clock as 'LEGAL'}`)} aside={<span className="muted num">{amount(clock.target)}</span>}>
      <p className={`${classes.due} num`}>{dateTime(clock.due_at)}</p>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={index} data-counted={step.counted > 0 || undefined}>
            <span className="num">{step.first_on === step.last_on ? date(step.first_on) : `${date(step.first_on)} – ${date(step.last_on)}`}</span>
            <span>{[t(`levels.reasons.${step.reason as 'WEEKLY'}`, { defaultValue: step.reason }), ...step.names].join(': ')}</span>
            <span className="num">{step.counted > 0 ? `+${amount(step.counted)}` : ''}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
