import { Select, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { unitsQuery } from '../units/query'
import { useBranches } from '../useBranches'
import table from './Users.module.css'

export interface NewScope {
  scope_type: 'BRANCH' | 'UNIT'
  code: string
  active_from: string | null
  active_to: string | null
}

interface AddProps {
  busy: boolean
  problem: string | null
  onSubmit: (scope: NewScope) => void
  onClose: () => void
}

/** A day begins at midnight of the organisation's zone; the last day counts whole. */
const starts = (day: string | null) => (day ? `${day}T00:00:00+07:00` : null)
export function endsAfter(day: string | null): string | null {
  if (!day) return null
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return `${next.toISOString().slice(0, 10)}T00:00:00+07:00`
}

/** Where somebody works from now on, or between two days. */
export function AddScopeDialog({ busy, problem, onSubmit, onClose }: AddProps) {
  const { t } = useTranslation()
  const branches = useBranches()
  const units = useQuery(unitsQuery('')).data?.items ?? []
  const [type, setType] = useState<'BRANCH' | 'UNIT'>('BRANCH')
  const [code, setCode] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const backwards = from !== null && to !== null && to < from
  return (
    <FormDialog
      title={t('admin.scopeAdd')}
      text={t('admin.scopeAddText')}
      action={t('admin.scopeAdd')}
      busy={busy}
      dirty={code !== null && !busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (code && !backwards) onSubmit({ scope_type: type, code, active_from: starts(from), active_to: endsAfter(to) })
      }}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('admin.scopeType')}
        data={(['BRANCH', 'UNIT'] as const).map((value) => ({ value, label: t(`admin.scopeTypes.${value}`) }))}
        value={type}
        onChange={(next) => {
          setType(next as typeof type)
          setCode(null)
        }}
      />
      <Select
        label={t(`admin.scopeTypes.${type}`)}
        searchable
        data={(type === 'BRANCH' ? branches : units).map((each) => ({ value: each.code, label: `${each.name} (${each.code})` }))}
        nothingFoundMessage={t('admin.nothingFits')}
        value={code}
        onChange={setCode}
        error={asked && !code ? t('common.required') : (problem ?? undefined)}
      />
      <div className={table.add}>
        <DayInput label={t('admin.activeFrom')} description={t('admin.activeFromText')} defaultLevel="month" maxDate={undefined} value={from} onChange={setFrom} />
        <DayInput label={t('admin.activeTo')} description={t('admin.activeToText')} defaultLevel="month" maxDate={undefined} value={to} onChange={setTo} error={backwards ? t('admin.backwards') : undefined} />
      </div>
    </FormDialog>
  )
}
