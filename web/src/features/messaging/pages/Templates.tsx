import '../texts/id/templates'

import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus, IconSearch, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { Endless } from '~/ui/Listing'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import { CreateDialog } from '../templates/CreateDialog'
import { CHANNELS, LANGUAGES, PURPOSES, STATUSES, type TemplateFilters, templatesOptions } from '../templates/query'
import { TemplateCard } from '../templates/TemplateCard'
import classes from '../templates/templates.module.css'

interface Props {
  filters: TemplateFilters
  onFilters: (filters: TemplateFilters) => void
  onOpen: (templateId: string) => void
  onMade: (templateId: string) => void
}

/** All templates of messages, by name, with how far each language has come. */
export function Templates({ filters, onFilters, onOpen, onMade }: Props) {
  const { t } = useTranslation()
  const writes = may(useMe(), 'message_template', 'C')
  const list = useInfiniteQuery(templatesOptions(filters))
  const [making, setMaking] = useState(false)
  const { ref } = useRowKeys<HTMLUListElement>({ onOpen })
  useCommands([{ id: 'templates.make', group: 'list', label: t('templates.make'), keys: 'c', hidden: !writes, run: () => setMaking(true) }])
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const rows = flatten(list.data)
  const narrowed = Object.values(filters).some(Boolean)
  const set = (part: TemplateFilters) => onFilters({ ...filters, ...part })
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <Page
      title={t('templates.title')}
      text={t('templates.text')}
      actions={
        writes && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
            {t('templates.make')}
          </Button>
        )
      }
    >
      <Pills>
        <TextBox value={filters.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
        <FilterMenu label={t('templates.channel')} value={filters.channel} options={CHANNELS.map((value) => ({ value, label: t(`templates.channels.${value}`) }))} onChange={(channel) => set({ channel })} />
        <FilterMenu label={t('templates.purpose')} value={filters.purpose} options={PURPOSES.map((value) => ({ value, label: t(`templates.purposes.${value}`) }))} onChange={(purpose) => set({ purpose })} />
        <FilterMenu label={t('templates.language')} value={filters.language} options={LANGUAGES.map((value) => ({ value, label: t(`templates.languages.${value}`) }))} onChange={(language) => set({ language })} />
        <FilterMenu label={t('templates.status')} value={filters.status} options={STATUSES.map((value) => ({ value, label: t(`templates.statuses.${value}`) }))} onChange={(status) => set({ status })} />
      </Pills>
      <Endless
        list={list}
        remedy={everything}
        bones={<ListBones />}
        empty={
          rows.length === 0 && (
            <State icon={<IconTemplate />} title={t(narrowed ? 'templates.emptyFiltered' : 'templates.empty')} action={narrowed && everything}>
              <p>{t(narrowed ? 'templates.emptyFilteredText' : 'templates.emptyText')}</p>
            </State>
          )
        }
      >
        <ul ref={ref} className={classes.library} aria-busy={list.isPending || undefined}>
          {rows.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </ul>
      </Endless>
      {making && <CreateDialog onClose={() => setMaking(false)} onMade={onMade} />}
    </Page>
  )
}

/** Words of the name; asked for when the typing rests. */
function TextBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const ask = useDebouncedCallback((next: string) => onChange(next.trim()), 300)
  return (
    <TextInput
      size="xs"
      w={196}
      style={{ flex: 'none' }}
      role="searchbox"
      aria-label={t('templates.find')}
      placeholder={t('templates.find')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        text ? (
          <CloseButton
            size="xs"
            aria-label={t('common.clear')}
            onClick={() => {
              ask.cancel()
              setText('')
              onChange('')
            }}
          />
        ) : null
      }
      maxLength={60}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
    />
  )
}
