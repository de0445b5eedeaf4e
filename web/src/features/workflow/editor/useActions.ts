import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { freePlace, placesOf, snap } from '../layout/geometry'
import { layOut } from '../layout/layers'
import { PAD_TOP, ROW, SIZE } from '../layout/sizes'
import {
  type Doc,
  type DocState,
  type Kind,
  type Lane,
  type Position,
  type Selection,
  stateById,
  type Text,
  transitionById,
  wordOf,
} from '../model/definition'
import { COPY, NEW_STATE, NEW_TRANSITION } from '../model/defaults'
import { addState, duplicateState, moveStates, removeStates } from '../model/states'
import { addTransition, appendState, reconnect, removeTransition } from '../model/transitions'
import { isNeeded, type Vocabulary } from '../model/vocabulary'
import type { Editing } from './useHistory'

const COLUMN = 132

export interface Actions {
  /** Any edit of the selected state or transition; edits with the same tag in quick succession are one step. */
  edit: (doc: Doc, label: string, tag?: string) => void
  doc: () => Doc
  select: (selection: Selection) => void
  addState: (kind: Kind, lane?: Lane, position?: Position) => string
  append: (fromId: string, kind: Kind, spot?: { lane: Lane; position: Position }) => string | null
  connect: (fromId: string, toId: string, title?: Text) => string | null
  /** Lets one end of an arrow point to another state; ends are told by the ids of states. */
  reconnectTo: (transitionId: string, from: string, end: { source: string } | { target: string }) => void
  move: (moves: ReadonlyMap<string, { lane: Lane; position: Position }>, tag?: string) => void
  tidy: () => void
  duplicate: (stateId: string) => void
  remove: (selection: Selection) => void
}

/** Every place is written down: from now on the drawing is the author's, no longer laid out by itself. */
function fixed(doc: Doc): Doc {
  if (doc.states.every((state) => state.position)) return doc
  const places = placesOf(doc)
  return moveStates(doc, new Map(doc.states.map((state) => [state.id, { lane: state.lane, position: places.get(state.id) ?? null }])))
}

/** To the right of the state that it follows, or at the end of its lane. */
function placeFor(doc: Doc, kind: Kind, lane: Lane, after: DocState | undefined): Position {
  const places = placesOf(doc)
  const before = after && places.get(after.id)
  const furthest = Math.max(0, ...doc.states.filter((state) => state.lane === lane).map((state) => (places.get(state.id)?.x ?? 0) + SIZE[state.kind].width))
  const x = before && after ? before.x + SIZE[after.kind].width + COLUMN : furthest === 0 ? 40 : furthest + COLUMN
  const line = before && after && after.lane === lane ? before.y + SIZE[after.kind].height / 2 : PAD_TOP + ROW / 2
  return freePlace(doc, places, { kind, lane }, { x: snap(x), y: line - SIZE[kind].height / 2 })
}

/** The edits that the canvas, the outline, the palette and the keys offer, each one step of the history. */
export function useActions(editing: Editing, needs: Vocabulary['needs'], announce: (text: string) => void): Actions {
  const { t, i18n } = useTranslation()
  const now = useRef({ editing, needs, announce, t, language: i18n.language })
  now.current = { editing, needs, announce, t, language: i18n.language }

  return useMemo(() => {
    const doc = () => now.current.editing.doc()
    const say = (text: Text) => wordOf(text, now.current.language)
    const commit = (next: Doc, label: string, selection?: Selection, tag?: string) => {
      now.current.editing.commit({ doc: next, label, ...(selection !== undefined && { selection }), ...(tag && { tag }) })
      if (!tag) now.current.announce(label)
    }
    const selected = () => {
      const { selection } = now.current.editing.history.present
      return selection?.kind === 'state' ? stateById(doc(), selection.id) : undefined
    }
    // While nothing was placed by hand the whole drawing lays itself out again, and new states find their place in it.
    const auto = () => doc().states.every((state) => state.position === null)

    const actions: Actions = {
      doc,
      edit: (next, label, tag) => commit(next, label, undefined, tag),
      select: (selection) => now.current.editing.select(selection),
      addState: (kind, lane, position) => {
        const near = selected()
        const home = lane ?? near?.lane ?? doc().states.at(-1)?.lane ?? 'agent'
        const base = position ? fixed(doc()) : doc()
        const title = NEW_STATE[kind]
        const place = position ?? (auto() ? null : placeFor(base, kind, home, near))
        const added = addState(base, { kind, lane: home, title, position: place })
        commit(added.doc, now.current.t('workflow.didAdd', { name: say(title) }), { kind: 'state', id: added.id })
        return added.id
      },
      append: (fromId, kind, spot) => {
        const base = spot ? fixed(doc()) : doc()
        const from = stateById(base, fromId)
        if (!from) return null
        const lane = spot?.lane ?? from.lane
        const title = NEW_STATE[kind]
        const position = spot?.position ?? (auto() ? null : placeFor(base, kind, lane, from))
        const added = appendState(base, from, { kind, lane, title, position, transitionTitle: NEW_TRANSITION })
        if (!added) return null
        commit(added.doc, now.current.t('workflow.didAppend', { name: say(title), from: say(from.title) }), { kind: 'state', id: added.id })
        return added.id
      },
      connect: (fromId, toId, title) => {
        const from = stateById(doc(), fromId)
        const to = stateById(doc(), toId)
        if (!from || !to || to.kind === 'start') return null
        const added = addTransition(doc(), from, to, title ?? NEW_TRANSITION)
        commit(added.doc, now.current.t('workflow.didConnect', { from: say(from.title), to: say(to.title) }), { kind: 'transition', id: added.id })
        return added.id
      },
      reconnectTo: (transitionId, from, end) => {
        const before = stateById(doc(), from)
        const target = stateById(doc(), 'target' in end ? end.target : end.source)
        if (!before || !target || ('target' in end && target.kind === 'start')) return
        const next = reconnect(doc(), transitionId, 'target' in end ? { to: target.key } : { from: [before.key, target.key] })
        commit(next, now.current.t('workflow.didReconnect'), { kind: 'transition', id: transitionId })
      },
      move: (moves, tag) => {
        const first = stateById(doc(), [...moves.keys()][0])
        commit(moveStates(fixed(doc()), moves), now.current.t('workflow.didMove', { name: first ? say(first.title) : '' }), undefined, tag)
      },
      tidy: () => {
        const places = layOut(doc())
        const moves = new Map(doc().states.map((state) => [state.id, { lane: state.lane, position: places.get(state.id) ?? null }]))
        commit(moveStates(doc(), moves), now.current.t('workflow.didTidy'))
      },
      duplicate: (stateId) => {
        const copied = duplicateState(doc(), stateId, COPY)
        const state = stateById(doc(), stateId)
        if (copied && state) commit(copied.doc, now.current.t('workflow.didDuplicate', { name: say(state.title) }), { kind: 'state', id: copied.id })
      },
      remove: (selection) => {
        if (isNeeded(doc(), now.current.needs, selection)) return now.current.announce(now.current.t('workflow.keyLocked'))
        if (selection?.kind === 'state') {
          const state = stateById(doc(), selection.id)
          if (state) commit(removeStates(doc(), new Set([state.id])), now.current.t('workflow.didRemove', { name: say(state.title) }), null)
        } else if (selection) {
          const transition = transitionById(doc(), selection.id)
          if (transition) commit(removeTransition(doc(), transition.id), now.current.t('workflow.didRemove', { name: say(transition.title) }), null)
        }
      },
    }
    return actions
  }, [])
}
