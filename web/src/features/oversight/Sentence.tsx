import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '~/api/models'
import { branchesQuery } from '~/features/iam/public/me'
import { RangeMenu } from '~/ui/RangeMenu'
import { Slot } from './Slot'
import { type AuditFilters, facetsQuery, peopleQuery } from './query'
import classes from './Sentence.module.css'

interface Props {
  filters: AuditFilters
  /** Rows on the screen, for the words of filters that hold ids. */
  rows: readonly AuditRow[]
  onChange: (filters: AuditFilters) => void
}

/** The filters as a sentence: who did what to what, where, with which outcome, when. */
export function Sentence({ filters, rows, onChange }: Props) {
  const { t } = useTranslation()
  const facets = useQuery(facetsQuery).data
  const branches = useQuery(branchesQuery).data?.items ?? []
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text.trim(), 250)
  const people = useQuery(peopleQuery(q)).data?.items ?? []
  const [names, setNames] = useState<Record<string, string>>({})
  const set = (key: keyof AuditFilters) => (value: string | undefined) => onChange({ ...filters, [key]: value })
  const actorName = names[filters.actor ?? ''] ?? rows.find((row) => row.actor?.id === filters.actor)?.actor?.full_name
  const customerName = rows.find((row) => row.customer_id === filters.customer_id)?.customer_label
  const extra = (['customer_id', 'object_id', 'request_id'] as const).filter((key) => filters[key])
  const extraLabel = { customer_id: t('oversight.customerFilter'), object_id: t('oversight.objectFilter'), request_id: t('oversight.requestFilter') }
  const hint = q.length < 2 ? t('oversight.typeMore') : people.length === 0 ? t('oversight.noPerson') : undefined
  return (
    <div className={classes.sentence}>
      <span>{t('oversight.who')}</span>
      <Slot
        label={t('oversight.actor')}
        rest={t('oversight.anyone')}
        value={filters.actor}
        valueText={actorName ?? undefined}
        options={q.length < 2 ? [] : people.map((person) => ({ value: person.id, label: person.full_name, detail: person.username }))}
        placeholder={t('oversight.findPerson')}
        onSearch={setText}
        hint={hint}
        onChange={(value) => {
          const person = people.find((each) => each.id === value)
          if (person) setNames({ ...names, [person.id]: person.full_name })
          set('actor')(value)
        }}
      />
      <span>{t('oversight.did')}</span>
      <Slot
        label={t('oversight.action')}
        rest={t('oversight.anything')}
        value={filters.action}
        options={facets?.actions.map((action) => ({ value: action.key, label: action.label })) ?? []}
        placeholder={t('oversight.findAction')}
        onChange={set('action')}
      />
      <span>{t('oversight.on')}</span>
      <Slot
        label={t('oversight.object')}
        rest={t('oversight.anyObject')}
        value={filters.object_type}
        options={facets?.object_types.map((type) => ({ value: type.key, label: type.label })) ?? []}
        onChange={set('object_type')}
      />
      <span>{t('oversight.at')}</span>
      <Slot
        label={t('oversight.branch')}
        rest={t('oversight.anyBranch')}
        value={filters.branch}
        options={branches.map((branch) => ({ value: branch.code, label: branch.name, detail: branch.code }))}
        onChange={set('branch')}
      />
      <span>{t('oversight.withOutcome')}</span>
      <Slot
        label={t('oversight.outcome')}
        rest={t('oversight.anyOutcome')}
        value={filters.outcome}
        options={facets?.outcomes.map((outcome) => ({ value: outcome.key, label: outcome.label })) ?? []}
        onChange={set('outcome')}
      />
      <RangeMenu label={t('oversight.anyTime')} range={filters} onChange={(range) => onChange({ ...filters, from: undefined, to: undefined, ...range })} />
      {extra.map((key) => (
        <Slot
          key={key}
          label={extraLabel[key]}
          rest=""
          value={filters[key]}
          valueText={key === 'customer_id' && customerName ? `${extraLabel[key]}: ${customerName}` : extraLabel[key]}
          options={[]}
          onChange={set(key)}
        />
      ))}
      {Object.values(filters).some(Boolean) && (
        <Button variant="subtle" color="gray" h={26} onClick={() => onChange({})}>
          {t('common.clear')}
        </Button>
      )}
    </div>
  )
}
