import { describe, expect, it } from 'vitest'

import { asGroup, comparisonOn, type Field, nodeOf, valueFor, viewOf } from '~/ui/rules/rules'
import { complaint, state, transition } from '../test/complaint'
import { insert, wordAt } from './cel'
import { changesBetween, overlay } from './changes'
import { openDefinition } from './definition'
import { inUnits } from './duration'
import { decided, suggestMapping } from './mapping'
import { inFlowOrder } from './order'
import { placeOf, problemsOf, within, worst } from './places'

describe('places of problems', () => {
  const doc = openDefinition(complaint())

  it('lead to the state or transition and to the field', () => {
    expect(placeOf(doc, '/transitions/8/guard/cel')).toEqual({ selection: { kind: 'transition', id: 't8' }, field: 'guard/cel' })
    expect(placeOf(doc, '/states/2/timers/0/then/transition')).toEqual({ selection: { kind: 'state', id: 's2' }, field: 'timers/0/then/transition' })
    expect(placeOf(doc, '/states/2')).toEqual({ selection: { kind: 'state', id: 's2' }, field: '' })
  })

  it('concern the definition when they lead nowhere in it', () => {
    expect(placeOf(doc, '/title/en')).toEqual({ selection: null, field: 'title/en' })
    expect(placeOf(doc, '/states/99/key')).toEqual({ selection: null, field: 'states/99/key' })
    expect(placeOf(doc, '')).toEqual({ selection: null, field: '' })
    expect(placeOf(doc, '/transitions/0/effects/0/with/a~1b')).toMatchObject({ field: 'effects/0/with/a/b' })
  })

  it('are listed with errors first, marked by the worst, and found by field', () => {
    const finding = (path: string, severity: 'error' | 'warning') => ({ code: 'x', path, severity, message: path })
    const problems = problemsOf(doc, [finding('/states/1', 'warning'), finding('/states/1/title/id', 'error'), finding('/transitions/0/by', 'warning')])
    expect(problems.map((problem) => problem.severity)).toEqual(['error', 'warning', 'warning'])
    expect(worst(problems).get('s1')).toEqual({ severity: 'error', count: 2 })
    expect(within(problems, 'title').map((problem) => problem.path)).toEqual(['/states/1/title/id'])
    expect(within(problems, 'tit')).toEqual([])
  })
})

describe('mapping of running items', () => {
  const before = complaint({ states: [state('START', 'start', 'agent'), state('NEW', 'task', 'agent'), state('CHECK', 'task', 'agent', { title: { id: 'Periksa', en: 'Check' } }), state('DONE', 'end', 'agent'), state('GONE', 'task', 'agent', { title: { id: 'Ganda', en: '' } })] })
  const after = complaint({
    states: [
      state('NEW', 'task', 'unit'),
      state('INSPECT', 'task', 'agent', { title: { id: ' periksa ', en: 'Inspect' } }),
      state('FORK', 'gateway', 'system'),
      state('DONE', 'end', 'agent'),
      state('X', 'task', 'agent', { title: { id: 'Ganda', en: '' } }),
      state('Y', 'task', 'agent', { title: { id: 'Ganda', en: '' } }),
    ],
  })

  it('takes the same key, else the only same title, else leaves it open', () => {
    expect(suggestMapping(before, after)).toEqual({ NEW: 'NEW', CHECK: 'INSPECT', DONE: 'DONE', GONE: null })
    expect(decided(suggestMapping(before, after))).toEqual({ NEW: 'NEW', CHECK: 'INSPECT', DONE: 'DONE' })
  })

  it('never leads into a state that items only pass through', () => {
    expect(suggestMapping(complaint({ states: [state('FORK', 'task', 'agent')] }), after)).toEqual({ FORK: null })
  })
})

describe('changes between versions', () => {
  const before = complaint()
  const after = complaint({
    states: [...before.states.filter((each) => each.key !== 'REVIEW').map((each) => (each.key === 'NEW' ? { ...each, position: { x: 9, y: 9 } } : each)), state('AUDIT', 'task', 'compliance')],
    transitions: before.transitions.map((each) => (each.key === 'close' ? { ...each, checks: ['not_requester'] } : each)),
  })

  it('tell what is added, removed and changed, but not what was only moved', () => {
    const changes = changesBetween(before, after)
    expect([...changes.states]).toEqual([
      ['AUDIT', 'added'],
      ['REVIEW', 'removed'],
    ])
    expect([...changes.transitions]).toEqual([['close', 'changed']])
    expect(changesBetween(before, complaint())).toEqual({ states: new Map(), transitions: new Map(), itself: false })
  })

  it('are drawn together with what is gone', () => {
    expect(overlay(before, after).states.map((each) => each.key)).toContain('REVIEW')
  })
})

describe('rules', () => {
  const field: Field = { key: 'amount', type: 'money', label: 'Nilai', choices: [], operators: [{ key: 'eq', name: '=' }] }

  it('are read without their negation and written with it', () => {
    const node = { not: { any: [{ field: 'a', op: 'eq', value: 1 }] } }
    const view = viewOf(node, 'guard/rule')
    expect(view).toMatchObject({ negated: true, path: 'guard/rule/not/any', inner: { kind: 'group', every: false } })
    expect(nodeOf(view)).toEqual(node)
    expect(viewOf({ not: { not: { field: 'a', op: 'is_null' } } }, '').negated).toBe(false)
    expect(asGroup({ field: 'a', op: 'is_null' })).toEqual({ all: [{ field: 'a', op: 'is_null' }] })
  })

  it('keep a value where it still fits', () => {
    expect(valueFor(field, 'between', '5', true)).toEqual(['5', ''])
    expect(valueFor(field, 'in', '5', true)).toEqual(['5'])
    expect(valueFor(field, 'eq', ['5', '6'], true)).toBe('5')
    expect(valueFor(field, 'is_null', '5', true)).toBe(undefined)
    expect(valueFor({ ...field, type: 'boolean' }, 'eq', '5', false)).toBe(true)
    expect(comparisonOn(field)).toEqual({ field: 'amount', op: 'eq', value: '' })
  })
})

it('offers names where one is being typed, and nowhere inside quotes', () => {
  expect(wordAt('amount > 5 && cat', 17)).toEqual({ word: 'cat', from: 14, to: 17 })
  expect(wordAt('category == "cat', 16)).toBe(null)
  expect(wordAt('a > ', 4)).toBe(null)
  expect(insert('am > 5', { from: 0, to: 2 }, 'amount')).toEqual({ text: 'amount > 5', caret: 6 })
})

it('says a duration in its largest whole unit', () => {
  expect(inUnits(86_400)).toEqual({ amount: 1, unit: 'days' })
  expect(inUnits(5400)).toEqual({ amount: 90, unit: 'minutes' })
  expect(inUnits(86_400, ['minutes', 'hours'])).toEqual({ amount: 24, unit: 'hours' })
})

it('lists states in the order of the flow, unreachable ones last', () => {
  const doc = openDefinition(complaint({ states: [state('Z', 'task', 'agent'), ...complaint().states], transitions: [...complaint().transitions, transition('zz', 'Z', 'CLOSED')] }))
  const order = inFlowOrder(doc).map((each) => each.key)
  expect(order.slice(0, 3)).toEqual(['START', 'NEW', 'IN_PROGRESS'])
  expect(order.at(-1)).toBe('Z')
  expect(new Set(order).size).toBe(doc.states.length)
})
