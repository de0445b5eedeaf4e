import { ReasonDialog } from '~/ui/ReasonDialog'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'


export interface Manager {
  id: string
  full_name: string
  branches: string[]
  customers: number
}

interface Props {
  title: string
  text: string
  action: string
  managers: readonly Manager[]
  /** Whether customers may also be left without a manager. */
  nobody?: boolean
  busy: boolean
  onSubmit: (rmUserId: string | null, reason: string) => void
  onClose: () => void
}

const NOBODY = 'nobody'

/** Who shall serve the customers from now on, and why. */
export function AssignDialog({ title, text, action, managers, nobody, busy, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const [to, setTo] = useState<string | null>(null)
  const data = managers.map((each) => ({ value: each.id, label: `${each.full_name} · ${each.branches.join(', ')} · ${t('admin.customersCount', { count: each.customers })}` }))
  return (
    <ReasonDialog title={title} text={text} action={action} busy={busy} blocked={to === null} onSubmit={(reason) => onSubmit(to === NOBODY ? null : to, reason)} onClose={onClose}>
      <Select label={t('admin.manager')} searchable data={nobody ? [...data, { value: NOBODY, label: t('admin.managerNone') }] : data} nothingFoundMessage={t('admin.nothingFits')} value={to} onChange={setTo} />
    </ReasonDialog>
  )
}
