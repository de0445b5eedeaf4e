import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'

import type { CalendarContent } from '~/api/models'
import { useDraft } from './draft'

const content = (zone: string): CalendarContent => ({
  title: { id: 'Kantor', en: 'Office' },
  zone,
  region: null,
  weekly: [[], [], [], [], [], [], []],
  joint_leave_works: true,
  days: [],
})

it('undoes and redoes every change, and forgets what lay ahead when it changes course', () => {
  const { result } = renderHook(() => useDraft({ content: content('A'), version: 1 }))
  act(() => result.current.change(content('B')))
  act(() => result.current.change(content('B')))
  act(() => result.current.change(content('C')))
  expect(result.current).toMatchObject({ content: content('C'), dirty: true, canUndo: true, canRedo: false })
  act(() => result.current.undo())
  act(() => result.current.undo())
  expect(result.current).toMatchObject({ content: content('A'), dirty: false, canUndo: false, canRedo: true })
  act(() => result.current.redo())
  act(() => result.current.change(content('D')))
  expect(result.current).toMatchObject({ content: content('D'), canRedo: false })
})

it('keeps its steps over a save and drops them for what somebody else wrote', () => {
  const { result } = renderHook(() => useDraft({ content: content('A'), version: 1 }))
  act(() => result.current.change(content('B')))
  act(() => result.current.saved({ content: content('B'), version: 2 }))
  expect(result.current).toMatchObject({ dirty: false, canUndo: true, base: { version: 2 } })
  act(() => result.current.undo())
  expect(result.current).toMatchObject({ content: content('A'), dirty: true })
  act(() => result.current.replace({ content: content('Z'), version: 5 }))
  expect(result.current).toMatchObject({ content: content('Z'), dirty: false, canUndo: false, canRedo: false, base: { version: 5 } })
})
