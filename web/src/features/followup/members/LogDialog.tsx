import { Select, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  IconBrandWhatsapp,
  IconMail,
  IconMapPin,
  IconPhone,
  IconUsers,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { intentKey } from '~/api/client'
import { fieldProblems } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useKeptText } from '~/lib/keptText'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { CONTACT_TYPES, type ContactType, type Member, type Outcome, OUTCOMES } from '../model'
import { forgetMembers, noteMember } from '../query'
import { logFollowup, withdrawActivity } from '../server'
import classes from '../followup.module.css'

const ICONS: Record<ContactType, typeof IconPhone> = {
  CALL: IconPhone,
  WHATSAPP: IconBrandWhatsapp,
  VISIT: IconMapPin,
  MEETING: IconUsers,
  EMAIL: IconMail,
}

interface Typed {
  activity_type: ContactType
  note: string
  outcome: Outcome | ''
}

const LEAST_NOTE = 3
const EMPTY: Typed = { activity_type: 'CALL', note: '', outcome: '' }

interface Props {
  member: Member
  onClose: () => void
}

/** A follow-up is logged; what is typed is kept in this browser until it is. */
export function LogDialog({ member, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const key = useRef(intentKey())
  const [typed, setTyped] = useState(EMPTY)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const { id, name } = member.customer
  const dirty = typed.note.trim() !== '' || typed.outcome !== ''
  const set = (part: Partial<Typed>) => {
    setTyped((all) => ({ ...all, ...part }))
    setWrong({})
  }
  useKeptText({
    place: `followup.${id}`,
    userId: me.id,
    value: typed,
    empty: !dirty,
    restore: setTyped,
  })
  const withdraw = useMutation({
    mutationFn: withdrawActivity,
    onSuccess: () => toastDone(t('followup.withdrawn')),
    onError: toastProblem,
    onSettled: () => void forgetMembers(client, id),
  })
  const save = useMutation({
    mutationFn: () => logFollowup(id, { ...typed, note: typed.note.trim() }, key.current),
    onSuccess: (saved) => {
      setTyped(EMPTY)
      noteMember(client, saved)
      const logged = saved.followups[0]
      toastDone(
        t('followup.logged', { name }),
        logged ? () => withdraw.mutate(logged.id) : undefined,
      )
    },
    onError: (error) => {
      const refused = fieldProblems(error)
      if (Object.keys(refused).length > 0) setWrong(refused)
      else toastProblem(error)
    },
    onSettled: () => (key.current = intentKey()),
  })
  useMade(save.data, onClose)
  return (
    <FormDialog
      title={t('followup.logOf', { name })}
      text={t('followup.logText')}
      action={t('followup.save')}
      dirty={dirty && !save.isSuccess}
      busy={save.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.note.trim().length < LEAST_NOTE)
          setWrong({ note: t('common.atLeast', { count: LEAST_NOTE }) })
        else if (!save.isPending) save.mutate()
      }}
      onClose={onClose}
    >
      <div className={classes.types} role="group" aria-label={t('followup.type')}>
        {CONTACT_TYPES.map((each) => {
          const Icon = ICONS[each]
          return (
            <button
              key={each}
              type="button"
              aria-pressed={typed.activity_type === each}
              onClick={() => set({ activity_type: each })}
            >
              <Icon size={16} aria-hidden /> {t(`followup.types.${each}`)}
            </button>
          )
        })}
      </div>
      <Textarea
        label={t('followup.note')}
        placeholder={t('followup.notePlaceholder')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        data-autofocus
        value={typed.note}
        error={wrong.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Select
        label={t('followup.outcome')}
        placeholder={t('followup.noOutcome')}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        data={OUTCOMES.map((value) => ({ value, label: t(`followup.outcomes.${value}`) }))}
        value={typed.outcome || null}
        error={wrong.outcome}
        onChange={(value) => set({ outcome: (value ?? '') as Outcome | '' })}
      />
    </FormDialog>
  )
}
