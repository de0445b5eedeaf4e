import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { allCommands, listenForKeys, useCommands } from './commands'
import { useRowKeys } from './rows'

const go = vi.fn()
const search = vi.fn()
const peek = vi.fn()
const open = vi.fn()

function Screen() {
  useCommands([
    { id: 'go', label: 'Nasabah', group: 'go', keys: 'g c', run: go },
    { id: 'search', label: 'Cari', group: 'app', keys: '/', run: search },
  ])
  const { ref } = useRowKeys<HTMLUListElement>({ onPeek: peek, onOpen: open })
  return (
    <>
      <input aria-label="box" />
      <ul ref={ref}>
        {['a', 'b', 'c'].map((id) => (
          <li key={id}>
            <button type="button" data-row={id}>
              {id}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

let stop: () => void
beforeEach(() => {
  stop = listenForKeys(allCommands)
  render(<Screen />)
})
afterEach(() => {
  stop()
  vi.clearAllMocks()
})

describe('keys', () => {
  it('runs a sequence and a single key', async () => {
    await userEvent.keyboard('gc/')
    expect([go.mock.calls.length, search.mock.calls.length]).toEqual([1, 1])
  })

  it('gives a key to the page before the shell, whichever came first', async () => {
    const [page, shell] = [vi.fn(), vi.fn()]
    const Page = () => (useCommands([{ id: 'close', label: 'Tutup', group: 'list', keys: 'c', run: page }]), null)
    const Shell = () => (useCommands([{ id: 'case', label: 'Catat', group: 'app', keys: 'c', run: shell }]), null)
    render(<Page />)
    render(<Shell />)
    await userEvent.keyboard('c')
    expect([page.mock.calls.length, shell.mock.calls.length]).toEqual([1, 0])
  })

  it('does nothing while typing', async () => {
    await userEvent.type(screen.getByLabelText('box'), 'gc/jk')
    expect([go.mock.calls.length, search.mock.calls.length]).toEqual([0, 0])
    expect(screen.getByLabelText('box')).toHaveValue('gc/jk')
  })

  it('does nothing while a dialog is open', async () => {
    const dialog = document.createElement('div')
    dialog.setAttribute('role', 'dialog')
    dialog.setAttribute('aria-modal', 'true')
    document.body.append(dialog)
    await userEvent.keyboard('gcj')
    dialog.remove()
    expect(go).not.toHaveBeenCalled()
    expect(document.body).toHaveFocus()
  })

  it('moves over the rows with J and K and stops at the ends', async () => {
    await userEvent.keyboard('j')
    expect(screen.getByText('a')).toHaveFocus()
    await userEvent.keyboard('jjjj')
    expect(screen.getByText('c')).toHaveFocus()
    await userEvent.keyboard('k')
    expect(screen.getByText('b')).toHaveFocus()
  })

  it('peeks with Space and opens with Enter, on the focused row only', async () => {
    await userEvent.keyboard(' {Enter}')
    expect([peek.mock.calls, open.mock.calls]).toEqual([[], []])
    act(() => screen.getByText('b').focus())
    await userEvent.keyboard(' {Enter}')
    expect([peek.mock.calls, open.mock.calls]).toEqual([[['b']], [['b']]])
  })
})
