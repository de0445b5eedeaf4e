import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { usersOptions } from './query'

interface Props {
  label: string
  description?: string
  person: { id: string; full_name: string } | null
  disabled?: boolean
  error?: ReactNode
  onChange: (userId: string | null, fullName: string) => void
}

/** One of the active users, found by name. */
export function PersonSelect({ label, description, person, disabled, error, onChange }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text === person?.full_name ? '' : text, 250)
  const found = flatten(useInfiniteQuery({ ...usersOptions({ q: q || undefined, status: 'ACTIVE' }), placeholderData: keepPreviousData }).data)
  const data = [...new Map([...(person ? [person] : []), ...found].map((each) => [each.id, { value: each.id, label: each.full_name }])).values()]
  return (
    <Select
      label={label}
      description={description}
      searchable
      clearable
      disabled={disabled}
      error={error}
      placeholder={t('admin.nobody')}
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage={t('admin.nothingFits')}
      onSearchChange={setText}
      value={person?.id ?? null}
      onChange={(userId, option) => onChange(userId, option?.label ?? '')}
    />
  )
}
