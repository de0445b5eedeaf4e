// scaffold: leave out (the whole file)
import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  IconBrandWhatsapp,
  IconMail,
  IconMapPin,
  IconNote,
  IconPhone,
  IconUsers,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { fieldProblems, unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useKeptText } from '~/lib/keptText'
import { DayInput } from '~/ui/DayInput'
import { toastDone, toastProblem } from '~/ui/toast'
import {
  type Activity,
  type ActivityType,
  noteActivity,
  type Outcome,
  OUTCOMES,
  type Subject,
  TYPES,
} from './activities'
import { useWithdraw } from './useWithdraw'
import classes from './activities.module.css'

export const TYPE_ICONS: Record<ActivityType, typeof IconPhone> = {
  CALL: IconPhone,
  MEETING: IconUsers,
  NOTE: IconNote,
  VISIT: IconMapPin,
  EMAIL: IconMail,
  WHATSAPP: IconBrandWhatsapp,
}

interface Typed {
  type: ActivityType
  note: string
  outcome: Outcome | ''
  step: string
  day: string | null
}

interface Options {
  customerId: string | undefined
  subject?: Subject
  onLogged?: (activity: Activity) => void
}

const EMPTY: Typed = { type: 'CALL', note: '', outcome: '', step: '', day: null }
const LEAST_STEP = 3

/** What is typed of an activity is kept in this browser until it is logged; then it can be undone. */
export function useActivityForm({ customerId, subject, onLogged }: Options) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const key = useRef(intentKey())
  const [typed, setTyped] = useState(EMPTY)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const set = (part: Partial<Typed>) => {
    setTyped((all) => ({ ...all, ...part }))
    setWrong({})
  }
  const words = [typed.note, typed.step, typed.outcome, typed.day ?? '']
  const dirty = words.some((each) => each.trim() !== '')
  const place = customerId ? `activity.${subject?.id ?? customerId}` : null
  useKeptText({ place, userId: me.id, value: typed, empty: !dirty, restore: setTyped })
  const withdraw = useWithdraw().mutate
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/activities', {
          headers: { 'Idempotency-Key': key.current },
          body: {
            customer_id: customerId ?? '',
            activity_type: typed.type,
            note: typed.note.trim(),
            outcome: typed.outcome,
            next_step: typed.step.trim(),
            next_on: typed.day,
            subject,
          },
        }),
      ),
    onSuccess: (made) => {
      setTyped(EMPTY)
      noteActivity(client, made)
      const undo = made.can.withdraw ? () => withdraw(made) : undefined
      toastDone(t('activities.logged', { type: made.type_label }), undo)
      onLogged?.(made)
    },
    onError: (error) => {
      const refused = fieldProblems(error)
      if (Object.keys(refused).length > 0) setWrong(refused)
      else toastProblem(error)
    },
    onSettled: () => (key.current = intentKey()),
  })
  const submit = () => {
    if (save.isPending) return
    const step = typed.step.trim()
    const found: Record<string, string> = {}
    if (!customerId) found.customer_id = t('tasks.customerFirst')
    if (typed.note.trim() === '') found.note = t('common.required')
    if (step !== '' && step.length < LEAST_STEP)
      found.next_step = t('common.atLeast', { count: LEAST_STEP })
    if (step !== '' && !typed.day) found.next_on = t('activities.dayFirst')
    if (step === '' && typed.day) found.next_step = t('activities.stepFirst')
    setWrong(found)
    if (Object.keys(found).length === 0) save.mutate()
  }
  const fields = (
    <>
      <div className={classes.types} role="group" aria-label={t('activities.type')}>
        {TYPES.map((type) => {
          const Icon = TYPE_ICONS[type]
          return (
            <button
              key={type}
              type="button"
              aria-pressed={typed.type === type}
              onClick={() => set({ type })}
            >
              <Icon size={15} aria-hidden /> {t(`activities.types.${type}`)}
            </button>
          )
        })}
      </div>
      <Textarea
        label={t('activities.note')}
        placeholder={t('activities.notePlaceholder')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        value={typed.note}
        error={wrong.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Select
        label={t('activities.outcome')}
        placeholder={t('activities.noOutcome')}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        data={OUTCOMES.map((value) => ({ value, label: t(`activities.outcomes.${value}`) }))}
        value={typed.outcome || null}
        error={wrong.outcome}
        onChange={(value) => set({ outcome: (value ?? '') as Outcome | '' })}
      />
      <div className={classes.next}>
        <TextInput
          label={t('activities.nextStep')}
          placeholder={t('activities.nextPlaceholder')}
          maxLength={200}
          value={typed.step}
          error={wrong.next_step}
          onChange={(event) => set({ step: event.currentTarget.value })}
        />
        <DayInput
          label={t('activities.nextOn')}
          defaultLevel="month"
          maxDate={undefined}
          value={typed.day}
          error={wrong.next_on}
          onChange={(day) => set({ day })}
        />
      </div>
    </>
  )
  return { fields, dirty, submit, busy: save.isPending, wrong, made: save.data }
}
