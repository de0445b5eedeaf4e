import { Popover } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { matches } from '~/lib/match'
import type { Option } from '~/ui/FilterMenu'
import classes from './Slot.module.css'

interface Props {
  /** What the slot says while it is open, such as "siapa saja". */
  rest: string
  label: string
  value: string | undefined
  /** The word for the value when the options do not hold it. */
  valueText?: string
  options: readonly Option[]
  onChange: (value: string | undefined) => void
  /** Asks the server instead of filtering the options here. */
  onSearch?: (text: string) => void
  placeholder?: string
  hint?: ReactNode
}

/** A gap in the sentence of the filter bar: shows its word, opens a list to choose another. */
export function Slot({ rest, label, value, valueText, options, onChange, onSearch, placeholder, hint }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const searchable = Boolean(onSearch) || options.length > 8
  const shown = onSearch || text === '' ? options : options.filter((option) => matches(text, `${option.label} ${option.value}`))
  const active = Math.min(at, Math.max(0, shown.length - 1))
  const close = () => {
    setOpened(false)
    setText('')
    setAt(0)
    onSearch?.('')
  }
  const choose = (next: string | undefined) => {
    close()
    if (next !== value) onChange(next)
  }
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && shown.length > 0) {
      event.preventDefault()
      const next = (active + step + shown.length) % shown.length
      setAt(next)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      const option = shown[active]
      if (option) choose(option.value)
    }
  }
  const word = options.find((option) => option.value === value)?.label ?? valueText ?? value
  return (
    <span className={classes.slot} data-active={value !== undefined || undefined}>
      <Popover opened={opened} onChange={(open) => (open ? setOpened(true) : close())} position="bottom-start" width={280} trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={classes.button} aria-label={`${label}: ${value === undefined ? rest : word}`} onClick={() => (opened ? close() : setOpened(true))}>
            {value === undefined ? rest : word}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={label} onKeyDown={keys}>
          {searchable && (
            <input
              className={classes.search}
              data-autofocus
              role="combobox"
              aria-expanded="true"
              aria-controls={`slot-${label}`}
              aria-activedescendant={shown[active] ? `slot-${label}-${shown[active].value}` : undefined}
              aria-label={placeholder ?? label}
              placeholder={placeholder}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value)
                setAt(0)
                onSearch?.(event.currentTarget.value)
              }}
            />
          )}
          <ul ref={list} id={`slot-${label}`} role="listbox" aria-label={label} className={classes.list} tabIndex={searchable ? -1 : 0} data-autofocus={searchable ? undefined : true}>
            {shown.map((option, index) => (
              <li
                key={option.value}
                id={`slot-${label}-${option.value}`}
                role="option"
                aria-selected={option.value === value}
                data-active={index === active || undefined}
                className={classes.option}
                onPointerMove={() => setAt(index)}
                onClick={() => choose(option.value)}
              >
                <span className={classes.word}>{option.label}</span>
                {option.detail && <span className={classes.detail}>{option.detail}</span>}
                {option.value === value && <IconCheck size={14} aria-hidden />}
              </li>
            ))}
          </ul>
          {hint && <p className={classes.hint}>{hint}</p>}
        </Popover.Dropdown>
      </Popover>
      {value !== undefined && (
        <button type="button" className={classes.clear} aria-label={`${t('common.clear')}: ${label}`} onClick={() => onChange(undefined)}>
          <IconX size={13} aria-hidden />
        </button>
      )}
    </span>
  )
}
