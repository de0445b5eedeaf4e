import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { type Command, dialogIsOpen, useCommands } from '~/lib/commands'
import type { Problem } from '../model/places'
import type { Actions } from './useActions'
import type { Editing } from './useHistory'

interface Options {
  editing: Editing
  act: Actions
  readOnly: boolean
  problems: readonly Problem[]
  save: () => Promise<void>
  newState: () => void
  newTransition: () => void
  goTo: (problem: Problem) => void
  publish: () => void
}

const onPage = () => !dialogIsOpen()
/** Deleting needs the focus on what is deleted: in the outline or on the canvas. */
const onSurface = (target: EventTarget | null) => onPage() && target instanceof HTMLElement && target.closest('[data-editing]') !== null

/** What the editor offers to the palette and the keys. */
export function useEditorCommands({ editing, act, readOnly, problems, save, newState, newTransition, goTo, publish }: Options): void {
  const { t } = useTranslation()
  const at = useRef(-1)
  const { selection } = editing.history.present
  const next = () => {
    at.current = problems.length === 0 ? -1 : (at.current + 1) % problems.length
    const problem = problems[at.current]
    if (problem) goTo(problem)
  }
  const group = 'record' as const
  const commands: Command[] = readOnly
    ? []
    : [
        { id: 'workflow.state', group, keys: 'n', label: t('workflow.newState'), run: newState },
        { id: 'workflow.gateway', group, label: t('workflow.add.gateway'), run: () => void act.addState('gateway') },
        { id: 'workflow.end', group, label: t('workflow.add.end'), run: () => void act.addState('end') },
        { id: 'workflow.transition', group, keys: 't', label: t('workflow.newTransitionAction'), run: newTransition },
        { id: 'workflow.remove', group, keys: 'Delete', label: t('workflow.removeSelected'), available: onSurface, run: () => act.remove(selection) },
        { id: 'workflow.duplicate', group, keys: 'd', label: t('workflow.duplicate'), hidden: selection?.kind !== 'state', available: onSurface, run: () => selection?.kind === 'state' && act.duplicate(selection.id) },
        { id: 'workflow.tidy', group, label: t('workflow.tidy'), run: act.tidy },
        { id: 'workflow.undo', group, keys: 'mod+z', label: t('common.undo'), available: onPage, run: editing.undo },
        { id: 'workflow.redo', group, keys: 'mod+shift+z', label: t('workflow.redo'), available: onPage, run: editing.redo },
        { id: 'workflow.redo.too', group, keys: 'mod+y', label: t('workflow.redo'), hidden: true, available: onPage, run: editing.redo },
        { id: 'workflow.save', group, keys: 'mod+s', label: t('workflow.saveDraft'), available: onPage, run: () => void save() },
        { id: 'workflow.publish', group, label: t('workflow.publish'), run: publish },
      ]
  if (problems.length > 0) commands.push({ id: 'workflow.problem', group, keys: 'F8', label: t('workflow.nextProblem'), run: next })
  useCommands(commands)
}
