import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormDialog } from '~/ui/FormDialog'
import type { Lead } from '../model'
import { useAssignees } from './query'

interface Props {
  leads: readonly Lead[]
  busy: boolean
  covered?: boolean
  onAssign: (userId: string | null) => void
  onClose: () => void
}

const QUEUE = 'queue'

/** Who gets one lead or several; nobody is the queue of the branch. */
export function AssignDialog({ leads, busy, covered, onAssign, onClose }: Props) {
  const { t } = useTranslation()
  const [first] = leads
  const people = useAssignees([...new Set(leads.map((each) => each.branch.code))])
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  return (
    <FormDialog
      title={
        leads.length === 1
          ? t('leads.assignTitle', { name: first?.customer.name })
          : t('leads.assignMany', { count: leads.length })
      }
      action={t('leads.assign')}
      dirty={chosen !== null && !busy}
      busy={busy}
      covered={covered}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (chosen) onAssign(chosen === QUEUE ? null : chosen)
      }}
    >
      <Select
        label={t('leads.assignTo')}
        searchable
        data-autofocus
        nothingFoundMessage={t('sales.nobodyFound')}
        data={[
          ...people.map((each) => ({ value: each.id, label: each.full_name })),
          { value: QUEUE, label: t('leads.backToQueue') },
        ]}
        value={chosen}
        error={asked && !chosen ? t('common.required') : undefined}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
