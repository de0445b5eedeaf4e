import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FilterChoices, FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import frame from '~/ui/List.module.css'
import { OPEN } from '../model'
import { caseOptionsQuery } from '../query'
import { type CaseFilters, isNumber, SCOPES, scopeOf, sortsOf } from './filters'
import classes from './queue.module.css'

interface Props {
  filters: CaseFilters
  onChange: (filters: CaseFilters) => void
}

const REST_MS = 300

/** What narrows the queue, in a line. */
export function QueueTools({ filters, onChange }: Props) {
  const { t } = useTranslation()
  const options = useQuery(caseOptionsQuery).data
  const scope = scopeOf(filters)
  const set = (part: CaseFilters) => onChange({ ...filters, ...part })
  const choices = (list: readonly { key: string; name: string }[] | undefined) => (list ?? []).map((each) => ({ value: each.key, label: each.name }))
  const codes = (list: readonly { code: string; name: string }[] | undefined) => (list ?? []).map((each) => ({ value: each.code, label: each.name }))
  const [wrong, setWrong] = useState(false)
  const wrongId = useId()
  return (
    <div className={classes.tools}>
      <Pills>
        <NumberBox value={filters.q} wrong={wrong} wrongId={wrongId} onWrong={setWrong} onChange={(q) => set({ q })} />
        <FilterMenu
          label={t('cases.filters.scope')}
          value={filters.scope}
          options={SCOPES.filter((each) => each !== 'open').map((value) => ({ value, label: t(`cases.scopes.${value}`) }))}
          onChange={(next) => set({ scope: next, sort: undefined })}
        />
        {scope === 'open' && (
          <>
            <button type="button" className={frame.toggle} aria-pressed={filters.overdue !== undefined} onClick={() => set({ overdue: filters.overdue ? undefined : '1' })}>
              {t('cases.filters.overdue')}
            </button>
            <button type="button" className={frame.toggle} aria-pressed={filters.first_late !== undefined} onClick={() => set({ first_late: filters.first_late ? undefined : '1' })}>
              {t('cases.filters.first_late')}
            </button>
            <FilterChoices
              label={t('cases.filters.status')}
              values={filters.status}
              options={OPEN.map((value) => ({ value, label: t(`cases.statuses.${value}`) }))}
              onChange={(status) => set({ status })}
            />
          </>
        )}
        <FilterChoices label={t('cases.filters.priority')} values={filters.priority} options={choices(options?.priorities)} onChange={(priority) => set({ priority })} />
        <FilterChoices label={t('cases.filters.category')} values={filters.category} options={codes(options?.categories)} onChange={(category) => set({ category })} />
        {(options?.branches.length ?? 0) > 1 && (
          <FilterChoices label={t('cases.filters.branch')} values={filters.branch} options={codes(options?.branches)} onChange={(branch) => set({ branch })} />
        )}
        <FilterChoices label={t('cases.filters.channel')} values={filters.channel} options={choices(options?.channels)} onChange={(channel) => set({ channel })} />
        {(options?.products.length ?? 0) > 0 && (
          <FilterChoices label={t('cases.filters.product')} values={filters.product} options={codes(options?.products)} onChange={(product) => set({ product })} />
        )}
        <FilterMenu
          label={t('cases.filters.assignee')}
          value={filters.assignee}
          options={[
            { value: 'me', label: t('cases.filters.mine') },
            { value: 'none', label: t('cases.filters.free') },
            ...(filters.assignee && filters.assignee !== 'me' && filters.assignee !== 'none' ? [{ value: filters.assignee, label: t('cases.filters.somebody') }] : []),
          ]}
          onChange={(assignee) => set({ assignee })}
        />
        {sortsOf(scope).length > 1 && (
          <FilterMenu
            label={t('cases.filters.sort')}
            value={filters.sort}
            options={sortsOf(scope).map((value) => ({ value, label: t(`cases.sorts.${value as 'due'}`) }))}
            onChange={(sort) => set({ sort })}
          />
        )}
      </Pills>
      <p id={wrongId} role="alert" className={classes.wrong}>
        {wrong && t('cases.filters.numberWrong')}
      </p>
    </div>
  )
}

interface NumberProps {
  value: string | undefined
  wrong: boolean
  wrongId: string
  onWrong: (wrong: boolean) => void
  onChange: (value: string | undefined) => void
}

/** A case by its number, or by the end of it; asked for when the typing rests, and only what can be a number. */
function NumberBox({ value, wrong, wrongId, onWrong, onChange }: NumberProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(value ?? '')
  const ask = useDebouncedCallback((next: string) => {
    const fits = next.trim() === '' || isNumber(next)
    onWrong(!fits)
    // The list stays as it is until the box holds a number again.
    if (fits && next.trim() !== (value ?? '')) onChange(next.trim() || undefined)
  }, REST_MS)
  useEffect(() => {
    setText(value ?? '')
    onWrong(value !== undefined && !isNumber(value))
  }, [value, onWrong])
  const clear = () => {
    ask.cancel()
    setText('')
    onWrong(false)
    if (value !== undefined) onChange(undefined)
  }
  return (
    <TextInput
      size="xs"
      w={196}
      style={{ flex: 'none' }}
      role="searchbox"
      aria-label={t('cases.filters.number')}
      placeholder={t('cases.filters.number')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={text ? <CloseButton size="xs" aria-label={t('common.clear')} onClick={clear} /> : null}
      maxLength={60}
      value={text}
      error={wrong}
      aria-describedby={wrong ? wrongId : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value)
        if (wrong && isNumber(event.currentTarget.value)) onWrong(false)
        ask(event.currentTarget.value)
      }}
    />
  )
}
