import { Radio, Stack, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import type { AgentRow, AgentUpdateIn } from '../model'
import { noteAgents } from '../query'
import { updateAgent } from '../server'
import { Capacity } from './AddAgentDialog'

type Status = AgentUpdateIn['status']
const STATUSES: readonly Status[] = ['ACTIVE', 'SUSPENDED', 'LEFT']

interface Props {
  agent: AgentRow
  onClose: () => void
}

/** Capacity and standing of an agent, saved against the version that was read. */
export function AgentDialog({ agent, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const name = agent.person.full_name
  const [capacity, setCapacity] = useState<number | ''>(agent.capacity)
  const [status, setStatus] = useState<Status>(agent.status)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const turned = status !== agent.status
  const undo = (saved: AgentRow) => {
    const { capacity, status } = agent
    updateAgent(agent.id, { version: saved.version, capacity, status, reason: '' })
      .then(() => toastDone(t('followupAgents.changed', { name })), toastProblem)
      .finally(() => noteAgents(client))
  }
  const words = () => {
    if (!turned) return 'changed' as const
    return ({ ACTIVE: 'resumed', SUSPENDED: 'suspended', LEFT: 'left' } as const)[status]
  }
  const save = useVersionedSave({
    send: (version) =>
      updateAgent(agent.id, {
        version: version ?? agent.version,
        capacity: capacity === '' ? agent.capacity : capacity,
        status,
        reason: reason.trim(),
      }),
    onSaved: (saved) => {
      noteAgents(client)
      const back = saved.agent
      toastDone(
        t(`followupAgents.${words()}`, { name }),
        // Suspending asks for a reason, so only what asks for none is undone in one go.
        back && agent.status === 'ACTIVE' ? () => undo(back) : undefined,
      )
    },
    onRefused: setWrong,
    onStale: () => noteAgents(client),
    compared: () => [
      {
        key: 'capacity',
        name: t('followupAgents.capacity'),
        opened: agent.capacity,
        mine: capacity,
        now: (current) => current.capacity,
      },
      {
        key: 'status',
        name: t('followupAgents.status'),
        opened: agent.status,
        mine: status,
        now: (current) => current.status,
        words: (value: Status) => t(`followupAgents.statuses.${value}`),
      },
    ],
  })
  useMade(save.saved, onClose)
  return (
    <>
      <FormDialog
        title={t('followupAgents.changeOf', { name })}
        action={t('common.save')}
        dirty={(turned || capacity !== agent.capacity || reason !== '') && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={(event) => {
          event.preventDefault()
          const found: Record<string, string> = {}
          if (capacity === '') found.capacity = t('common.required')
          if (turned && status !== 'ACTIVE' && reason.trim() === '')
            found.reason = t('followupAgents.reasonNeeded')
          setWrong(found)
          if (Object.keys(found).length === 0) save.run(agent.version)
        }}
        onClose={onClose}
      >
        <Capacity value={capacity} error={wrong.capacity} onChange={setCapacity} />
        <Radio.Group
          label={t('followupAgents.status')}
          value={status}
          error={wrong.status}
          onChange={(value) => setStatus(value as Status)}
        >
          <Stack gap={10} mt={6}>
            {STATUSES.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`followupAgents.statuses.${value}`)}
                description={t(`followupAgents.statusTexts.${value}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {turned && (
          <Textarea
            label={t('followupAgents.reason')}
            placeholder={t('common.reasonPlaceholder')}
            autosize
            minRows={2}
            maxLength={200}
            value={reason}
            error={wrong.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </FormDialog>
      {save.dialog}
    </>
  )
}
