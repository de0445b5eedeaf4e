import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { grantsQuery } from '../query'
import type { KeyOperation } from '../types'
import { operationsQuery } from './query'
import classes from './Services.module.css'

interface Props {
  picked: readonly string[]
  error?: string
  onChange: (operations: string[]) => void
}

/** What a key opens, one operation after another, under the resource that each is about. */
export function OperationPicker({ picked, error, onChange }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const operations = useQuery(operationsQuery)
  const grants = useQuery(grantsQuery).data
  const groups = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    const found = new Map<string, KeyOperation[]>()
    for (const each of operations.data?.items ?? []) {
      if (`${each.operation_id} ${each.path} ${each.description}`.toLowerCase().includes(wanted)) found.set(each.resource, [...(found.get(each.resource) ?? []), each])
    }
    return [...found]
  }, [operations.data, text])
  const chosen = new Set(picked)
  const set = (ids: string[], on: boolean) => onChange(on ? [...new Set([...picked, ...ids])] : picked.filter((id) => !ids.includes(id)))
  if (operations.isError) return <Problem error={operations.error} onRetry={() => void operations.refetch()} />
  return (
    <fieldset className={classes.picker} aria-describedby={error ? 'picker-error' : undefined}>
      <legend className={classes.legend}>
        {t('services.operations')} <span className="muted num">{t('services.picked', { count: picked.length })}</span>
      </legend>
      <TextInput size="xs" type="search" aria-label={t('services.operationFind')} placeholder={t('services.operationFind')} leftSection={<IconSearch size={14} aria-hidden />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={classes.operations}>
        {operations.isPending && [0, 1, 2, 3].map((index) => <Bone key={index} width={`${50 + index * 9}%`} />)}
        {operations.isSuccess && groups.length === 0 && <p className="muted">{t('admin.nothingFits')}</p>}
        {groups.map(([resource, items]) => {
          const ids = items.map((each) => each.operation_id)
          const on = ids.filter((id) => chosen.has(id)).length
          return (
            <div key={resource} role="group" aria-label={grants?.resources.find((each) => each.key === resource)?.name ?? resource}>
              <Checkbox
                size="xs"
                className={classes.group}
                label={grants?.resources.find((each) => each.key === resource)?.name ?? resource}
                checked={on === ids.length}
                indeterminate={on > 0 && on < ids.length}
                onChange={(event) => set(ids, event.currentTarget.checked)}
              />
              {items.map((each) => (
                <Checkbox
                  key={each.operation_id}
                  size="xs"
                  className={classes.operation}
                  label={<code>{each.operation_id}</code>}
                  description={`${each.method} ${each.path}`}
                  title={each.description}
                  checked={chosen.has(each.operation_id)}
                  onChange={(event) => set([each.operation_id], event.currentTarget.checked)}
                />
              ))}
            </div>
          )
        })}
      </div>
      {error && (
        <p id="picker-error" role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
