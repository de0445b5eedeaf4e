import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowRight, IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Keys } from '~/ui/Keys'
import { sameSelection, type Selection } from '../model/definition'
import { worst } from '../model/places'
import { shiftTransition } from '../model/transitions'
import { useEditor } from './context'
import { OutlineItem } from './OutlineItem'
import { type OutlineRow, outlineRows } from './outlineRows'
import classes from './Outline.module.css'

const SEARCHED = 12

interface Props {
  /** Enter: into the fields. */
  onOpen: (selection: Selection) => void
  /** A click: on a phone the fields come forward. */
  onPick: () => void
  onNewState: () => void
  onNewTransition: (stateId: string | null) => void
}

/** The whole workflow as a list that does everything the canvas does, by keyboard alone. */
export function Outline({ onOpen, onPick, onNewState, onNewTransition }: Props) {
  const { t, i18n } = useTranslation()
  const { doc, selection, problems, readOnly, act } = useEditor()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')
  const [at, setAt] = useState<string | null>(null)
  const tree = useRef<HTMLUListElement>(null)
  const rows = useMemo(() => outlineRows(doc, folded, query, i18n.language), [doc, folded, query, i18n.language])
  const marks = useMemo(() => worst(problems), [problems])

  // The row that Tab enters: the one last walked to, as long as it shows what is selected.
  const remembered = rows.find((row) => row.id === at)
  const active =
    (remembered && (!selection || sameSelection(remembered.selection, selection)) ? remembered : rows.find((row) => sameSelection(row.selection, selection))) ??
    remembered ??
    rows[0]
  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selection])

  const go = (row: OutlineRow | undefined) => {
    if (!row) return
    setAt(row.id)
    act.select(row.selection)
    const items = tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')
    items?.[rows.indexOf(row)]?.focus()
  }
  const fold = (stateId: string, closed: boolean) => {
    const next = new Set(folded)
    if (closed) next.add(stateId)
    else next.delete(stateId)
    setFolded(next)
  }
  const remove = (row: OutlineRow) => {
    const index = rows.indexOf(row)
    // Rows of the removed state's own transitions go with it.
    const next = rows.find((each, place) => place > index && each.level <= row.level) ?? rows[index - 1]
    act.remove(row.selection)
    setAt(next?.id ?? null)
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }

  const keys = (event: KeyboardEvent) => {
    if (!active || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement) || event.target.role !== 'treeitem') return
    const index = rows.indexOf(active)
    const run = KEYS[event.altKey ? `alt ${event.key}` : event.key]
    if (!run) return
    const edits = { remove, fold, go, onOpen, act, shift: (step: 1 | -1) => active.transition && act.edit(shiftTransition(act.doc(), active.transition.id, active.state.key, step), t('workflow.didShift')) }
    if (run({ rows, index, active, readOnly, folded, ...edits })) event.preventDefault()
  }

  return (
    <div className={classes.outline}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('workflow.outline')}</h2>
        {!readOnly && (
          <>
            <Tooltip label={`${t('workflow.newState')} (N)`}>
              <ActionIcon aria-label={t('workflow.newState')} onClick={onNewState}>
                <IconPlus size={16} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={`${t('workflow.newTransitionAction')} (T)`}>
              <ActionIcon aria-label={t('workflow.newTransitionAction')} onClick={() => onNewTransition(active?.state.id ?? null)}>
                <IconArrowRight size={16} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </div>
      {doc.states.length > SEARCHED && (
        <input
          type="search"
          className={classes.search}
          placeholder={t('workflow.find')}
          aria-label={t('workflow.find')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {rows.length === 0 && <p className={classes.none}>{t('workflow.outlineNone')}</p>}
      <ul ref={tree} role="tree" aria-label={t('workflow.outline')} className={classes.tree} data-editing={readOnly ? undefined : true} onKeyDown={keys}>
        {rows.map((row) => (
          <OutlineItem
            key={row.id}
            row={row}
            mark={marks.get(row.selection.id)}
            selected={sameSelection(row.selection, selection)}
            folded={folded.has(row.state.id)}
            hasChildren={row.level === 1 && doc.transitions.some((transition) => transition.from.includes(row.state.key))}
            tabbable={row === active}
            onClick={() => {
              go(row)
              onPick()
            }}
            onFold={() => fold(row.state.id, !folded.has(row.state.id))}
          />
        ))}
      </ul>
      {!readOnly && (
        <p className={classes.keys} aria-hidden>
          <span>
            <Keys keys="n" /> {t('workflow.keyState')}
          </span>
          <span>
            <Keys keys="t" /> {t('workflow.keyTransition')}
          </span>
          <span>
            <Keys keys="Enter" /> {t('workflow.keyEdit')}
          </span>
          <span>
            <Keys keys="Del" /> {t('workflow.keyDelete')}
          </span>
        </p>
      )}
    </div>
  )
}

interface Press {
  rows: readonly OutlineRow[]
  index: number
  active: OutlineRow
  readOnly: boolean
  folded: ReadonlySet<string>
  go: (row: OutlineRow | undefined) => void
  fold: (stateId: string, closed: boolean) => void
  remove: (row: OutlineRow) => void
  shift: (step: 1 | -1) => void
  onOpen: (selection: Selection) => void
  act: ReturnType<typeof useEditor>['act']
}

const done = (_: unknown) => true

/** What each key does on a row; a key that has nothing to do there is left to the page. */
const KEYS: Record<string, (press: Press) => boolean> = {
  ArrowDown: ({ go, rows, index }) => done(go(rows[index + 1])),
  ArrowUp: ({ go, rows, index }) => done(go(rows[index - 1])),
  Home: ({ go, rows }) => done(go(rows[0])),
  End: ({ go, rows }) => done(go(rows.at(-1))),
  ArrowRight: ({ active, folded, fold, go, rows, index }) => {
    if (active.level === 2) return true
    return done(folded.has(active.state.id) ? fold(active.state.id, false) : rows[index + 1]?.level === 2 && go(rows[index + 1]))
  },
  ArrowLeft: ({ active, fold, go, rows }) =>
    done(active.level === 2 ? go(rows.find((row) => row.level === 1 && row.state === active.state)) : fold(active.state.id, true)),
  Enter: ({ active, onOpen }) => done(onOpen(active.selection)),
  F2: ({ active, onOpen }) => done(onOpen(active.selection)),
  Delete: ({ active, remove, readOnly }) => !readOnly && done(remove(active)),
  Backspace: ({ active, remove, readOnly }) => !readOnly && done(remove(active)),
  d: ({ active, act, readOnly }) => !readOnly && active.level === 1 && done(act.duplicate(active.state.id)),
  'alt ArrowDown': ({ shift, readOnly }) => !readOnly && done(shift(1)),
  'alt ArrowUp': ({ shift, readOnly }) => !readOnly && done(shift(-1)),
}
