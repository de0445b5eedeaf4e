import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconArrowRight, IconBolt, IconMessageReport, IconSearch, IconSettings, IconUser, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { RecentHit } from '~/api/models'
import { isApiError } from '~/api/problem'
import { recentQuery, normalise, REST_MS, searchOptions } from '~/features/customers/public/search'
import { caseSearchQuery } from '~/features/cases/public/search'
import { useMe } from '~/features/iam/public/me'
import { allCommands } from '~/lib/commands'
import { clock } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { matches } from '~/lib/match'
import { may } from '~/lib/permissions'
import { Keys } from '~/ui/Keys'
import { useReturnFocus } from '~/ui/useReturnFocus'
import entry from '~/ui/SearchInput.module.css'
import classes from './Palette.module.css'

interface Item {
  id: string
  section: string
  icon: ReactNode
  label: string
  detail?: string
  keys?: string
  run: () => void
}

interface Props {
  onClose: () => void
}

/** A search is counted by the minute, so the palette asks once the typing rests. */
const MIN_LETTERS = 3
const LIMIT = 6

export function Palette({ onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Modal.Root opened onClose={onClose} transitionProps={{ duration: 0 }} size={600} yOffset="12vh" centered={false} classNames={{ content: classes.content }}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={t('shell.openPalette')} radius={10}>
        <PaletteBody onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

function useItems(text: string, onClose: () => void) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const q = normalise(text)
  const [rested] = useDebouncedValue(q, REST_MS)
  const searchable = may(me, 'customer', 'R')
  const open = (hit: RecentHit) => void navigate({ to: '/customers/$customerId', params: { customerId: hit.customer_id } })
  const icons = { record: <IconBolt />, go: <IconArrowRight />, app: <IconSettings />, list: null }
  const sections = { record: t('shell.paletteRecord'), go: t('shell.paletteGo'), app: t('shell.paletteApp'), list: '' }

  const commands = (['record', 'go', 'app'] as const).flatMap((group) =>
    allCommands()
      .filter((command) => command.group === group && !command.hidden && !command.unlisted && matches(q, `${command.label} ${command.words ?? ''}`))
      .map<Item>((command) => ({
        id: command.id,
        section: sections[group],
        icon: icons[group],
        label: command.label,
        keys: command.keys,
        run: command.run,
      })),
  )
  const recent = useQuery({ ...recentQuery, enabled: searchable })
  const settled = rested === q && q.length >= MIN_LETTERS
  const wanted = searchable && settled
  const wantsCases = may(me, 'case', 'R') && settled
  const search = useInfiniteQuery({ ...searchOptions(q, {}, LIMIT), enabled: wanted })
  const caseSearch = useQuery({ ...caseSearchQuery(q, LIMIT), enabled: wantsCases })
  const person = (section: string) => (hit: RecentHit): Item => ({
    id: `${section}-${hit.customer_id}`,
    section,
    icon: <IconUser />,
    label: hit.name,
    detail: [hit.cif_masked, hit.branch?.name].filter(Boolean).join(' · '),
    run: () => open(hit),
  })
  const recents = q === '' ? (recent.data?.items ?? []).slice(0, 5).map(person(t('shell.paletteRecent'))) : []
  const found = wanted ? flatten(search.data).filter((hit) => hit.can.open).map(person(t('shell.paletteCustomers'))) : []
  const cases = (wantsCases ? (caseSearch.data?.items ?? []) : []).map<Item>((one) => ({
    id: `case-${one.id}`,
    section: t('shell.paletteCases'),
    icon: <IconMessageReport />,
    label: one.case_no,
    detail: [one.customer?.name, one.category?.name, one.state_name ?? t(`shell.paletteStatuses.${one.status}`)].filter(Boolean).join(' · '),
    run: () => void navigate({ to: '/cases/$caseId', params: { caseId: one.id } }),
  }))
  const all: Item[] = [...recents, ...commands, ...found, ...cases]
  if (searchable && q !== '') {
    all.push({
      id: 'search',
      section: t('shell.paletteEverything'),
      icon: <IconSearch />,
      label: t('shell.paletteSearch', { q }),
      keys: found.length || cases.length || commands.length ? undefined : 'Enter',
      run: () => void navigate({ to: '/customers', state: (state) => ({ ...state, q }) }),
    })
  }
  const items = all.map((item) => ({
    ...item,
    run: () => {
      onClose()
      item.run()
    },
  }))
  const refused = [search.error, caseSearch.error].find((error) => isApiError(error) && error.status === 429)
  const limited = isApiError(refused) ? (refused.retryAfter ?? 60) : null
  return { items, searching: (wanted && search.isFetching) || (wantsCases && caseSearch.isFetching), limited: settled ? limited : null }
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  // First, for it notes where the focus is now.
  useReturnFocus()
  // The dialog's focus trap waits for its transition; what is typed until then belongs in the box already.
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), [])
  const { items, searching, limited } = useItems(text, onClose)
  const active = Math.min(at, Math.max(0, items.length - 1))
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && items.length > 0) {
      event.preventDefault()
      setAt((active + step + items.length) % items.length)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      items[active]?.run()
    }
  }

  return (
    <div className={classes.palette}>
      <div className={classes.box}>
        <IconSearch size={17} aria-hidden />
        <input
          ref={box}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={items[active] ? `palette-${items[active].id}` : undefined}
          aria-label={t('shell.openPalette')}
          className={entry.input}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={keys}
          placeholder={t('shell.palettePlaceholder')}
          autoComplete="off"
          spellCheck={false}
        />
        <Keys keys="Escape" />
        <button type="button" className={classes.close} aria-label={t('common.close')} onClick={onClose}>
          <IconX size={17} aria-hidden />
        </button>
      </div>
      <div ref={list} id="palette-list" role="listbox" aria-label={t('shell.paletteHint')} className={classes.list}>
        {items.map((item, index) => {
          const first = items[index - 1]?.section !== item.section
          return (
            <div key={item.id} role="presentation">
              {first && (
                <div role="presentation" className={classes.section}>
                  {item.section}
                </div>
              )}
              <div
                id={`palette-${item.id}`}
                role="option"
                aria-selected={index === active}
                className={classes.item}
                onPointerMove={() => setAt(index)}
                onClick={item.run}
              >
                {item.icon}
                <span className={classes.label}>{item.label}</span>
                {item.detail && <span className={classes.detail}>{item.detail}</span>}
                {item.keys && <Keys keys={item.keys} />}
              </div>
            </div>
          )
        })}
      </div>
      <div role="status" className={classes.status}>
        {searching && t('shell.paletteSearching')}
        {limited !== null && t('shell.paletteLimited', { time: clock(limited) })}
        {!searching && limited === null && (items.length === 0 ? t('shell.paletteNothing') : <span className={classes.hint}>{t('shell.paletteHint')}</span>)}
      </div>
    </div>
  )
}
