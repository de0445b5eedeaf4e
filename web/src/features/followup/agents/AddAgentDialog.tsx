import { NumberInput, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { candidatesOptions, noteAgents } from '../query'
import { createAgent } from '../server'

const USUAL_CAPACITY = 50

/** Somebody joins the circle, at its last place. */
export function AddAgentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const candidates = useQuery(candidatesOptions)
  const [userId, setUserId] = useState<string | null>(null)
  const [capacity, setCapacity] = useState<number | ''>(USUAL_CAPACITY)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const add = useMutation({
    mutationFn: createAgent,
    onSuccess: ({ person, number }) => {
      noteAgents(client)
      toastDone(t('followupAgents.added', { name: person.full_name, number }))
    },
    onError: (error) => {
      const refused = fieldProblems(error)
      if (Object.keys(refused).length > 0) setWrong(refused)
      else toastProblem(error)
    },
  })
  useMade(add.data, onClose)
  const people = candidates.data?.items ?? []
  return (
    <FormDialog
      title={t('followupAgents.add')}
      text={t('followupAgents.addText')}
      action={t('followupAgents.add')}
      dirty={(userId !== null || capacity !== USUAL_CAPACITY) && !add.isSuccess}
      busy={add.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        const found: Record<string, string> = {}
        if (!userId) found.user_id = t('common.required')
        if (capacity === '') found.capacity = t('common.required')
        setWrong(found)
        if (userId && capacity !== '' && !add.isPending) add.mutate({ user_id: userId, capacity })
      }}
      onClose={onClose}
    >
      {candidates.isError && (
        <Problem error={candidates.error} onRetry={() => void candidates.refetch()} />
      )}
      {candidates.isSuccess && people.length === 0 && (
        <p className="muted">{t('followupAgents.noCandidates')}</p>
      )}
      <Select
        label={t('followupAgents.person')}
        searchable
        data-autofocus
        disabled={people.length === 0}
        data={people.map((each) => ({ value: each.id, label: each.full_name }))}
        nothingFoundMessage={t('followupAgents.nobody')}
        value={userId}
        error={wrong.user_id}
        onChange={(value) => {
          setUserId(value)
          setWrong({})
        }}
      />
      <Capacity value={capacity} error={wrong.capacity} onChange={setCapacity} />
    </FormDialog>
  )
}

interface CapacityProps {
  value: number | ''
  error: string | undefined
  onChange: (value: number | '') => void
}

/** The most members that an agent has at once. */
export function Capacity({ value, error, onChange }: CapacityProps) {
  const { t } = useTranslation()
  return (
    <NumberInput
      label={t('followupAgents.capacity')}
      description={t('followupAgents.capacityText')}
      min={0}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      value={value}
      error={error}
      onChange={(next) => onChange(next === '' ? '' : Number(next))}
    />
  )
}
