import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { Views } from '~/ui/Views'
import { DUE, type TaskFilters, VIEWS, viewOf } from './query'
import frame from '~/ui/List.module.css'

interface Props {
  filters: TaskFilters
  text: string
  onChange: (filters: TaskFilters) => void
  onText: (text: string) => void
}

const REST_MS = 300

/** What narrows the list, in two lines; all but the searched words stands in the address. */
export function TaskTools({ filters, text, onChange, onText }: Props) {
  const { t } = useTranslation()
  const set = (part: TaskFilters) => onChange({ ...filters, ...part })
  const turn = (name: 'mine' | 'overdue') => (
    <button type="button" className={frame.toggle} aria-pressed={filters[name] === 'yes'} onClick={() => set({ [name]: filters[name] ? undefined : 'yes' })}>
      {t(`tasks.filters.${name}`)}
    </button>
  )
  const due = Object.keys(DUE).map((value) => ({ value, label: t(`tasks.dueIn.${value as 'today'}`) }))
  if (filters.due && !(filters.due in DUE)) due.push({ value: filters.due, label: /^\d{4}-\d\d-\d\d$/.test(filters.due) ? t('tasks.dueBefore', { day: date(filters.due) }) : filters.due })
  return (
    <>
      <Views label={t('tasks.views')} views={VIEWS.map((key) => ({ key, label: t(`tasks.view.${key}`) }))} value={viewOf(filters)} onChange={(view) => set({ view: view === 'open' ? undefined : view })} />
      <Pills>
        <TextBox value={text} onChange={onText} />
        {turn('mine')}
        {turn('overdue')}
        <FilterMenu label={t('tasks.filters.due')} value={filters.due} options={due} onChange={(value) => set({ due: value })} />
        {filters.customer && (
          <FilterMenu label={t('tasks.filters.customer')} value={filters.customer} options={[{ value: filters.customer, label: t('tasks.oneCustomer') }]} onChange={(customer) => set({ customer })} />
        )}
        <FilterMenu label={t('tasks.filters.sort')} value={filters.sort} options={[{ value: '-created', label: t('tasks.newest') }]} onChange={(sort) => set({ sort })} />
      </Pills>
    </>
  )
}

/** Words of the title or the notes; asked for when the typing rests. */
function TextBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const ask = useDebouncedCallback((next: string) => {
    if (next.trim() !== value) onChange(next.trim())
  }, REST_MS)
  // A space that is typed before the next word stays.
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value])
  const clear = () => {
    ask.cancel()
    setText('')
    onChange('')
  }
  return (
    <TextInput
      size="xs"
      w={196}
      style={{ flex: 'none' }}
      role="searchbox"
      aria-label={t('tasks.filters.text')}
      placeholder={t('tasks.filters.text')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={text ? <CloseButton size="xs" aria-label={t('common.clear')} onClick={clear} /> : null}
      maxLength={60}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
    />
  )
}
