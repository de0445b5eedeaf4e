import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { IconSearch, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { useTitle } from '~/ui/Page'
import { normalise, MIN_QUERY, REST_MS, type SearchFilters, searchOptions } from '../public/search'
import { FoundCommands } from '../FoundCommands'
import { Landing } from '../Landing'
import { Results } from '../Results'
import { keepSearch } from '../recentSearches'
import classes from './Search.module.css'
import entry from '~/ui/SearchInput.module.css'

// Their menus come behind the field that is typed into.
const SearchFilterBar = lazy(() => import('../SearchFilterBar').then((each) => ({ default: each.SearchFilterBar })))

interface Props {
  /** What was last submitted, from the history entry. */
  q: string
  filters: SearchFilters
  peeked: string | undefined
  onSubmit: (q: string) => void
  onFilters: (filters: SearchFilters) => void
  onPeek: (customerId: string | undefined) => void
  onOpen: (customerId: string) => void
  /** What else the words name. */
  found?: ReactNode
  work?: ReactNode
}

export function Search({ q, filters, peeked, onSubmit, onFilters, onPeek, onOpen, found, work }: Props) {
  const { t } = useTranslation()
  useTitle(t('customers.title'))
  const client = useQueryClient()
  const [text, setText] = useState(q)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { ref: list, focusFirst } = useRowKeys<HTMLDivElement>({ onPeek, onOpen })
  const worded = q.length >= MIN_QUERY
  // A filter alone lists whom it names.
  const active = worded || (q === '' && Object.values(filters).some(Boolean))
  const search = useInfiniteQuery({ ...searchOptions(q, filters), enabled: active })

  // Back, forward and the palette change the submitted text from outside.
  useEffect(() => {
    setText((typed) => (normalise(typed) === q ? typed : q))
  }, [q])
  useEffect(() => () => clearTimeout(rest.current), [])
  useEffect(() => {
    if (worded && search.isSuccess) keepSearch(client, q)
  }, [worded, search.isSuccess, q, client])

  const submit = (typed: string) => {
    clearTimeout(rest.current)
    const next = normalise(typed)
    if (next !== q && (next === '' || next.length >= MIN_QUERY)) onSubmit(next)
  }
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(rest.current)
    rest.current = setTimeout(() => submit(typed), REST_MS)
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit(text)
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      focusFirst()
    }
    if (event.key === 'Escape') {
      if (text) type('')
      else input.current?.blur()
    }
  }

  return (
    <div className={classes.page}>
      <h1 className="visually-hidden">{t('customers.title')}</h1>
      <div className={classes.head}>
        <div className={classes.box}>
          <label htmlFor={id} className={classes.label}>
            <IconSearch size={19} aria-hidden />
            <span className="visually-hidden">{t('customers.title')}</span>
          </label>
          <input
            ref={input}
            id={id}
            type="search"
            data-page-search
            className={entry.input}
            value={text}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={keys}
            placeholder={t('customers.placeholder')}
            maxLength={200}
            autoFocus={!q}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          {text && (
            <button
              type="button"
              className={classes.clear}
              aria-label={t('customers.clearSearch')}
              title={`${t('customers.clearSearch')} (Esc)`}
              onClick={() => {
                setText('')
                submit('')
                input.current?.focus()
              }}
            >
              <IconX size={16} />
            </button>
          )}
        </div>
        <Suspense fallback={<Bone height={28} width={280} />}>
          <SearchFilterBar filters={filters} onChange={onFilters} />
        </Suspense>
      </div>
      <div ref={list}>
        {active ? (
          <>
            {worded && <FoundCommands q={q} />}
            <Results search={search} filters={filters} peeked={peeked} onClearFilters={() => onFilters({})} found={worded ? found : undefined} />
          </>
        ) : (
          <Landing
            work={work}
            peeked={peeked}
            onSearch={(again) => {
              setText(again)
              onSubmit(again)
            }}
          />
        )}
      </div>
    </div>
  )
}
