import { expect, it } from 'vitest'

import { complaint } from '../test/complaint'
import { type Doc, openDefinition } from './definition'
import { commit, redo, select, startHistory, undo } from './history'
import { removeStates } from './states'

const named = (doc: Doc, id: string): Doc => ({ ...doc, title: { ...doc.title, id } })

it('goes back and forth through every step', () => {
  const first = openDefinition(complaint())
  let history = startHistory(first)
  for (const [at, name] of ['A', 'B', 'C'].entries()) history = commit(history, { doc: named(history.present.doc, name), label: name }, at * 10)

  const back = undo(undo(history))
  expect([back.present.doc.title.id, back.past.length, back.future.length]).toEqual(['A', 1, 2])
  expect(undo(back).present.doc).toBe(first)
  expect(undo(undo(back)).present.doc).toBe(first)
  expect(redo(redo(redo(back))).present.doc.title.id).toBe('C')
  expect(commit(back, { doc: named(back.present.doc, 'D'), label: 'D' }, 100).future).toEqual([])
})

it('takes quick edits of one field as one step', () => {
  let history = startHistory(openDefinition(complaint()))
  for (const [at, name] of ['T', 'Ti', 'Tin'].entries()) history = commit(history, { doc: named(history.present.doc, name), label: 'title', tag: 'title' }, at * 300)
  expect(history.past.length).toBe(1)
  history = commit(history, { doc: named(history.present.doc, 'Tinj'), label: 'title', tag: 'title' }, 5000)
  expect([history.past.length, undo(history).present.doc.title.id]).toEqual([2, 'Tin'])
})

it('begins a new step after an undo, even for the same field', () => {
  let history = startHistory(openDefinition(complaint()))
  history = commit(history, { doc: named(history.present.doc, 'A'), label: 'title', tag: 'title' }, 0)
  history = commit(undo(history), { doc: named(history.present.doc, 'B'), label: 'title', tag: 'title' }, 100)
  expect(history.past.length).toBe(1)
})

it('does nothing for an edit that changes nothing', () => {
  const history = startHistory(openDefinition(complaint()))
  expect(commit(history, { doc: history.present.doc, label: 'nothing' }, 0)).toBe(history)
})

it('never selects what is gone, and selects it again when it is back', () => {
  let history = select(startHistory(openDefinition(complaint())), { kind: 'state', id: 's3' })
  history = commit(history, { doc: removeStates(history.present.doc, new Set(['s3'])), label: 'remove' }, 0)
  expect(history.present.selection).toBe(null)
  expect(undo(history).present.selection).toEqual({ kind: 'state', id: 's3' })
  expect(select(history, { kind: 'transition', id: 't99' }).present.selection).toBe(null)
})
