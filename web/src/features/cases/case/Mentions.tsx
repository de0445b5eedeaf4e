import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { initials } from '~/lib/initials'
import { matches } from '~/lib/match'
import { Avatar } from '~/ui/Avatar'
import type { Case } from '../model'
import { colleaguesQuery } from '../query'
import stream from './stream.module.css'

const OPEN = /(?:^|\s)@([\p{L}.' -]{0,30})$/u
const MOST = 6

/** Colleagues named with an @ while a note is written: offered as the name is typed, told once the note is there. */
export function useMentions(one: Case, box: RefObject<HTMLTextAreaElement | null>, text: string, onText: (text: string) => void) {
  const me = useMe()
  const people = useQuery({ ...colleaguesQuery(one.id), enabled: one.can.note ?? false }).data?.items ?? []
  const [typed, setTyped] = useState<{ words: string; end: number } | null>(null)
  const [at, setAt] = useState(0)
  const found = typed ? people.filter((each) => each.id !== me.id && matches(typed.words, each.full_name)).slice(0, MOST) : []
  const pick = (name: string) => {
    if (!typed) return
    const start = typed.end - typed.words.length
    onText(`${text.slice(0, start)}${name} ${text.slice(typed.end)}`)
    setTyped(null)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(start + name.length + 1, start + name.length + 1)
    })
  }
  return {
    found,
    at: Math.min(at, found.length - 1),
    pick,
    look: (target: HTMLTextAreaElement) => {
      const end = target.selectionEnd
      const words = OPEN.exec(target.value.slice(0, end))?.[1]
      setTyped(words === undefined ? null : { words, end })
      setAt(0)
    },
    /** Whether the list took the key. */
    onKey: (event: KeyboardEvent): boolean => {
      if (found.length === 0) return false
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step !== 0) setAt((before) => (before + step + found.length) % found.length)
      else if ((event.key === 'Enter' && !event.ctrlKey) || event.key === 'Tab') pick(found[Math.min(at, found.length - 1)]?.full_name ?? '')
      else if (event.key === 'Escape') setTyped(null)
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
    /** Who is named in the text that is sent. */
    ids: (sent: string) => people.filter((each) => sent.includes(`@${each.full_name}`)).map((each) => each.id),
  }
}

export function Mentions({ of }: { of: ReturnType<typeof useMentions> }) {
  const { t } = useTranslation()
  if (of.found.length === 0) return null
  return (
    <ul className={stream.mentions} role="listbox" aria-label={t('cases.mention')}>
      {of.found.map((each, index) => (
        <li key={each.id} role="option" aria-selected={index === of.at} data-active={index === of.at || undefined} onMouseDown={(event) => event.preventDefault()} onClick={() => of.pick(each.full_name)}>
          <Avatar initials={initials(each.full_name)} size={20} /> {each.full_name}
        </li>
      ))}
    </ul>
  )
}
