import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconCopy, IconSettings, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { KindIcon } from '../canvas/icons'
import { useEditor } from '../editor/context'
import { stateById, transitionById, wordOf } from '../model/definition'
import { isNeeded } from '../model/vocabulary'
import { DefinitionForm } from './DefinitionForm'
import { StateForm } from './StateForm'
import { TransitionForm } from './TransitionForm'
import classes from './Inspector.module.css'

export interface Wanted {
  /** The field to enter, as a path; empty means the first one. */
  field: string
  /** Counts the wishes: the same field may be wanted twice. */
  turn: number
}

interface Props {
  wanted: Wanted | null
  /** Leads back to where the selection was made. */
  onLeave: () => void
}

/** Fields of a path that has none of its own are found by the nearest one above it. */
function find(body: HTMLElement, field: string): HTMLElement | null {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const box = body.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`)
    const input = box?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')
    if (input) return input
  }
  return body.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')
}

/** The fields of whatever is selected: a state, a transition, or the workflow itself. */
export function Inspector({ wanted, onLeave }: Props) {
  const { t, i18n } = useTranslation()
  const { doc, selection, readOnly, vocabulary, act } = useEditor()
  const body = useRef<HTMLDivElement>(null)
  const state = selection?.kind === 'state' ? stateById(doc, selection.id) : undefined
  const transition = selection?.kind === 'transition' ? transitionById(doc, selection.id) : undefined
  const title = state?.title ?? transition?.title ?? doc.title

  useEffect(() => {
    if (!wanted || !body.current) return
    const input = find(body.current, wanted.field)
    input?.focus()
    if (wanted.field === 'title/id' && input instanceof HTMLInputElement) input.select()
    input?.scrollIntoView({ block: 'nearest' })
  }, [wanted])

  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onLeave()
  }
  const tool = (label: string, icon: React.ReactNode, run: () => void) => (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  return (
    <section className={classes.inspector} aria-label={t('workflow.inspector')} onKeyDown={keys}>
      <div className={classes.head}>
        <span className="phone-only">{tool(t('workflow.back'), <IconArrowLeft size={18} />, onLeave)}</span>
        {state ? <KindIcon kind={state.kind} /> : transition ? <IconArrowRight size={16} aria-hidden /> : <IconSettings size={16} aria-hidden />}
        <h2 className={classes.title}>{wordOf(title, i18n.language) || t('workflow.untitled')}</h2>
        {state && !readOnly && tool(`${t('workflow.duplicate')} (D)`, <IconCopy size={16} />, () => act.duplicate(state.id))}
        {selection && !readOnly && !isNeeded(doc, vocabulary.needs, selection) && tool(`${t('workflow.remove')} (Del)`, <IconTrash size={16} />, () => act.remove(selection))}
      </div>
      <div ref={body} className={classes.body} key={selection?.id ?? 'definition'}>
        <fieldset disabled={readOnly} style={{ minWidth: 0, margin: 0, padding: 0, border: 0 }}>
          {state ? <StateForm state={state} /> : transition ? <TransitionForm transition={transition} /> : <DefinitionForm />}
        </fieldset>
      </div>
    </section>
  )
}
