import { Textarea } from '@mantine/core'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../../editor/context'
import { insert, type Typed, wordAt } from '../../model/cel'
import { useFieldProblems } from '../FieldProblems'
import classes from './Rules.module.css'

interface Props {
  cel: string
  onChange: (cel: string) => void
}

const MOST = 8

/** A guard as an expression. The names of the fields are offered as they are typed; Ctrl+Space lists them all. */
export function CelInput({ cel, onChange }: Props) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<Typed | null>(null)
  const [at, setAt] = useState(0)
  const id = useId()
  const wrong = useFieldProblems('guard').length > 0
  const names = [
    ...vocabulary.fields.map((field) => ({ name: field.key, meaning: field.label })),
    { name: 'now', meaning: t('workflow.celNow') },
    { name: 'today', meaning: t('workflow.celToday') },
  ]
  const fitting = typed ? names.filter(({ name }) => name.includes(typed.word.toLowerCase()) && name !== typed.word).slice(0, typed.word === '' ? undefined : MOST) : []
  const active = Math.min(at, Math.max(0, fitting.length - 1))
  const limit = vocabulary.limits.guard

  const look = (text: string, caret: number) => {
    setTyped(wordAt(text, caret))
    setAt(0)
  }
  const take = (name: string) => {
    if (!typed) return
    const next = insert(cel, typed, name)
    onChange(next.text)
    setTyped(null)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart } = event.currentTarget
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      return setTyped(wordAt(cel, selectionStart) ?? { word: '', from: selectionStart, to: selectionStart })
    }
    if (fitting.length === 0) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((active + step + fitting.length) % fitting.length)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      take(fitting[active]?.name ?? '')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
    }
  }
  return (
    <div className={classes.cel}>
      <Textarea
        ref={area}
        label={t('workflow.celLabel')}
        autosize
        minRows={3}
        maxRows={12}
        spellCheck={false}
        autoCapitalize="off"
        value={cel}
        error={wrong}
        styles={{ input: { fontFamily: 'var(--s-mono)', fontSize: 12 } }}
        aria-autocomplete="list"
        aria-controls={fitting.length > 0 ? id : undefined}
        aria-activedescendant={fitting.length > 0 ? `${id}-${active}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          look(event.currentTarget.value, event.currentTarget.selectionStart)
        }}
        onKeyDown={keys}
        onBlur={() => setTyped(null)}
      />
      {fitting.length > 0 && (
        <ul id={id} role="listbox" aria-label={t('workflow.celNames')} className={classes.names}>
          {fitting.map(({ name, meaning }, index) => (
            <li
              key={name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes.name}
              onPointerMove={() => setAt(index)}
              onPointerDown={(event) => {
                event.preventDefault()
                take(name)
              }}
            >
              <span className={classes.code}>{name}</span>
              <span className={classes.meaning}>{meaning}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.foot} data-over={cel.length > limit || undefined}>
        <span>{t('workflow.celHint')}</span>
        <span className="num">
          {cel.length} / {limit}
        </span>
      </p>
    </div>
  )
}
