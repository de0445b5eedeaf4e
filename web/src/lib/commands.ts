import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'

/** One thing a user can do: reached by its keys, by the palette, and listed on the shortcuts sheet. */
export interface Command {
  id: string
  label: string
  group: 'go' | 'record' | 'list' | 'app'
  /** One key (`/`), a sequence (`g c`) or a chord with the platform's command key (`mod+k`, `mod+shift+z`). */
  keys?: string
  /** Words that find it in the palette beside its label. */
  words?: string
  hidden?: boolean
  /** Has keys for the sheet, but nothing to do in the palette. */
  unlisted?: boolean
  /** Whether the keys may act on this press; without it they act wherever keys do. */
  available?: (target: EventTarget | null) => boolean
  run: () => void
}

let entries: readonly { owner: symbol; commands: readonly Command[] }[] = []
let flat: readonly Command[] = []
const listeners = new Set<() => void>()

function publish(next: typeof entries) {
  entries = next
  flat = next.flatMap((entry) => entry.commands)
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const allCommands = () => flat
export const useAllCommands = () => useSyncExternalStore(subscribe, allCommands)

/** Offers commands while the component is mounted; `run` always sees the latest closure. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  const shape = commands.map((c) => `${c.id}|${c.label}|${c.keys ?? ''}|${c.group}|${c.hidden ?? ''}|${c.unlisted ?? ''}`).join('\n')
  const stable = useMemo(
    () =>
      commands.map((command, index) => ({
        ...command,
        available: (target: EventTarget | null) => latest.current[index]?.available?.(target) ?? true,
        run: () => latest.current[index]?.run(),
      })),
    // The closures are read through the ref; only what is visible makes a new list.
    [shape],
  )
  useEffect(() => {
    const owner = Symbol('commands')
    publish([...entries, { owner, commands: stable }])
    return () => publish(entries.filter((entry) => entry.owner !== owner))
  }, [stable])
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]'
const FLOATING = '[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"]'

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(TYPING) !== null
}

/** A dialog, menu or list floats over the page and owns the keyboard. */
export function dialogIsOpen(): boolean {
  return [...document.querySelectorAll(FLOATING)].some((element) => element.checkVisibility?.() ?? true)
}

const SEQUENCE_MS = 1200
/** What belongs to the page that is open; the rest is the shell's. */
const PAGE: readonly Command['group'][] = ['record', 'list']

/** Turns key presses into commands; keys do nothing while typing or while a dialog or menu is open. */
export function listenForKeys(commands: () => readonly Command[]): () => void {
  let pending = ''
  let pendingUntil = 0
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const mod = event.metaKey || event.ctrlKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const find = (keys: string) => {
      const able = commands().filter((command) => command.keys === keys && (command.available?.(event.target) ?? true))
      // The page's keys win over the shell's, whichever of the two was there first: after a reload the shell comes last.
      return able.findLast(({ group }) => PAGE.includes(group)) ?? able.at(-1)
    }
    const fire = (command: Command) => {
      event.preventDefault()
      pending = ''
      command.run()
    }
    if (mod) {
      const command = find(`mod+${event.shiftKey ? 'shift+' : ''}${key}`)
      if (command && !event.altKey) fire(command)
      return
    }
    if (event.altKey || isTyping(event.target) || dialogIsOpen()) return
    const now = event.timeStamp
    if (pending !== '' && now < pendingUntil) {
      const command = find(`${pending} ${key}`)
      pending = ''
      if (command) return fire(command)
    }
    const command = find(key)
    if (command) return fire(command)
    if (commands().some((each) => each.keys?.startsWith(`${key} `))) {
      pending = key
      pendingUntil = now + SEQUENCE_MS
    }
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
