import { describe, expect, it } from 'vitest'

import { complaint, state, transition } from '../test/complaint'
import { contentOf, openDefinition, stateByKey, stateById, transitionById } from './definition'
import { stateKeyOf, transitionKeyOf, unused } from './keys'
import { addState, duplicateState, removeStates, setStateKey, setStateKind, setStateTitle } from './states'
import { addTransition, reconnect, setTransitionKey, setTransitionTitle, shiftTransition } from './transitions'

const doc = () => openDefinition(complaint())
const id = (key: string) => stateByKey(doc(), key)?.id ?? ''
const way = (key: string) => doc().transitions.find((each) => each.key === key)?.id ?? ''
const NONE = new Set<string>()

describe('keys', () => {
  it('come from titles', () => {
    expect(stateKeyOf('Tinjau berkas (ulang)')).toBe('TINJAU_BERKAS_ULANG')
    expect(stateKeyOf('2 Éxamen')).toBe('EXAMEN')
    expect(stateKeyOf('…')).toBe('STATE')
    expect(transitionKeyOf('Kirim ke pusat')).toBe('kirim_ke_pusat')
  })

  it('stay single and within forty characters', () => {
    expect(unused('A', ['A', 'A_2'])).toBe('A_3')
    expect(unused('A'.repeat(40), ['A'.repeat(40)])).toBe(`${'A'.repeat(38)}_2`)
  })
})

describe('states', () => {
  it('are added with a key of their own', () => {
    const added = addState(doc(), { kind: 'task', lane: 'unit', title: { id: 'Baru', en: 'New' } })
    expect(stateById(added.doc, added.id)).toMatchObject({ key: 'BARU', lane: 'unit', position: null, timers: [] })
    expect(contentOf(added.doc).states.at(-1)).not.toHaveProperty('id')
  })

  it('take their key along in every transition', () => {
    const next = setStateKey(doc(), id('IN_PROGRESS'), 'WORKING')
    expect(next.transitions.filter((each) => each.to === 'WORKING').length).toBe(doc().transitions.filter((each) => each.to === 'IN_PROGRESS').length)
    expect(JSON.stringify(contentOf(next))).not.toContain('IN_PROGRESS')
  })

  it('let the key follow the title until a version with it is published', () => {
    const added = addState(doc(), { kind: 'task', lane: 'agent', title: { id: 'Tugas baru', en: 'New task' } })
    const title = { id: 'Tinjau berkas', en: 'New task' }
    expect(stateById(setStateTitle(added.doc, added.id, title, NONE), added.id)?.key).toBe('TINJAU_BERKAS')
    expect(stateById(setStateTitle(added.doc, added.id, title, new Set(['TUGAS_BARU'])), added.id)?.key).toBe('TUGAS_BARU')
    expect(stateById(setStateTitle(doc(), id('NEW'), title, NONE), id('NEW'))?.key).toBe('NEW')
  })

  it('hand their transitions to nobody when they become a gateway, and to people when they stop being one', () => {
    const gateway = setStateKind(doc(), id('IN_PROGRESS'), 'gateway')
    expect(stateById(gateway, id('IN_PROGRESS'))?.timers).toEqual([])
    expect(transitionById(gateway, way('ask'))?.by).toBe(null)
    const task = setStateKind(doc(), id('REVIEW_NEEDED'), 'task')
    expect(transitionById(task, way('no_review'))?.by).toEqual({ roles: [], reach: 'BRANCH' })
  })

  it('leave with the transitions that need them', () => {
    const next = removeStates(doc(), new Set([id('IN_PROGRESS')]))
    expect(next.states.some((each) => each.key === 'IN_PROGRESS')).toBe(false)
    expect(next.transitions.map((each) => each.key)).not.toContain('take')
    expect(next.transitions.find((each) => each.key === 'escalate')?.from).toEqual(['NEW', 'WAITING_INFO'])
  })

  it('are copied without their transitions', () => {
    const copied = duplicateState(doc(), id('IN_PROGRESS'), { id: '(salinan)', en: '(copy)' })
    expect(stateById(copied!.doc, copied!.id)).toMatchObject({ key: 'DIKERJAKAN_SALINAN', title: { id: 'Dikerjakan (salinan)', en: 'In progress (copy)' }, timers: [] })
    expect(copied!.doc.transitions).toEqual(doc().transitions)
  })
})

describe('transitions', () => {
  it('belong to people out of a task and to nobody out of a gateway', () => {
    const from = (key: string) => addTransition(doc(), stateByKey(doc(), key)!, stateByKey(doc(), 'CLOSED')!, { id: 'Tutup', en: 'Close' })
    expect(from('NEW').doc.transitions.at(-1)).toMatchObject({ key: 'tutup', from: ['NEW'], to: 'CLOSED', by: { roles: [], reach: 'BRANCH' } })
    expect(from('REVIEW_NEEDED').doc.transitions.at(-1)?.by).toBe(null)
  })

  it('take their key along in timers', () => {
    const next = setTransitionKey(doc(), way('escalate_late'), 'overdue')
    expect(stateByKey(next, 'IN_PROGRESS')?.timers[0]?.then).toEqual({ transition: 'overdue' })
  })

  it('let the key follow the title', () => {
    const added = addTransition(doc(), stateByKey(doc(), 'NEW')!, stateByKey(doc(), 'CLOSED')!, { id: 'Lanjut', en: 'Continue' })
    expect(transitionById(setTransitionTitle(added.doc, added.id, { id: 'Batalkan', en: 'Cancel' }, NONE), added.id)?.key).toBe('batalkan')
  })

  it('change places only among those of the same state', () => {
    const next = shiftTransition(doc(), way('no_review'), 'REVIEW_NEEDED', -1)
    expect(next.transitions.filter((each) => each.from.includes('REVIEW_NEEDED')).map((each) => each.key)).toEqual(['no_review', 'to_review'])
    expect(shiftTransition(doc(), way('to_review'), 'REVIEW_NEEDED', -1)).toEqual(doc())
  })

  it('are drawn to another end', () => {
    expect(transitionById(reconnect(doc(), way('take'), { to: 'ESCALATED' }), way('take'))?.to).toBe('ESCALATED')
    expect(transitionById(reconnect(doc(), way('escalate'), { from: ['NEW', 'IN_PROGRESS'] }), way('escalate'))?.from).toEqual(['IN_PROGRESS', 'WAITING_INFO'])
  })
})

it('opens a draft of any shape', async () => {
  const { sound } = await import('./sound')
  expect(sound(null)).toEqual({ key: '', title: { id: '', en: '' }, subject: '', states: [], transitions: [] })
  expect(sound({ states: [{ kind: 'cloud', lane: 7, timers: [{}] }], transitions: [{ from: 'A' }] })).toMatchObject({
    states: [{ key: '', kind: 'task', lane: 'system', position: null, timers: [{ key: '', after: { seconds: 86_400 }, then: { transition: '' } }] }],
    transitions: [{ from: [], to: '', by: null, guard: null }],
  })
  const whole = complaint({ states: [state('A', 'end', 'unit', { position: { x: 1, y: 2 } })], transitions: [transition('a', 'A', 'A', { rollback: { roles: ['AGENT'], reach: 'OWN' }, required: [{ field: 'reason', min_length: 5 }] })] })
  expect(sound(whole)).toEqual(whole)
})
