import { Menu } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import classes from './FilterMenu.module.css'

export interface Option {
  value: string
  label: string
  detail?: string
}

interface FrameProps {
  label: string
  /** What it filters by, in words; nothing while it rests. */
  words: string | undefined
  children: ReactNode
  /** Takes the filter off; without it the filter always holds. */
  onClear?: () => void
}

function Frame({ label, words, children, onClear }: FrameProps) {
  const { t } = useTranslation()
  const active = words !== undefined
  return (
    <span className={classes.pill} data-active={active || undefined}>
      <Menu position="bottom-start" width={220} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button type="button" className={classes.button}>
            {active ? (
              <>
                <span>{label}:</span> <span className={classes.value}>{words}</span>
              </>
            ) : (
              label
            )}
            {!(active && onClear) && <IconChevronDown size={13} aria-hidden />}
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {children}
        </Menu.Dropdown>
      </Menu>
      {active && onClear && (
        <button type="button" className={classes.clear} aria-label={`${t('common.clear')}: ${label}`} onClick={onClear}>
          <IconX size={13} aria-hidden />
        </button>
      )}
    </span>
  )
}

interface Props {
  label: string
  value: string | undefined
  options: readonly Option[]
  /** It always holds one of its values and cannot be taken off. */
  always?: boolean
  onChange: (value: string | undefined) => void
}

/** A filter as a pill: its name while it rests, name and value while it filters, with a cross to take it off. */
export function FilterMenu({ label, value, options, always, onChange }: Props) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Frame label={label} words={value === undefined ? undefined : (chosen?.label ?? value)} onClear={always ? undefined : () => onChange(undefined)}>
      <Menu.RadioGroup value={value ?? null}>
        {options.map((option) => (
          <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick onChange={() => onChange(option.value === value ? undefined : option.value)}>
            {option.label}
            {option.detail && <span className={classes.detail}>{option.detail}</span>}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Frame>
  )
}

interface ChoicesProps {
  label: string
  values: readonly string[] | undefined
  options: readonly Option[]
  onChange: (values: string[] | undefined) => void
}

/** The same pill for several values at once; it stays open while they are chosen. */
export function FilterChoices({ label, values = [], options, onChange }: ChoicesProps) {
  const named = values.map((value) => options.find((option) => option.value === value)?.label ?? value)
  const turn = (value: string) => {
    const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <Frame label={label} words={named.length === 0 ? undefined : named.length > 2 ? `${named[0]} +${named.length - 1}` : named.join(', ')} onClear={() => onChange(undefined)}>
      {options.map((option) => (
        <Menu.CheckboxItem key={option.value} checked={values.includes(option.value)} closeMenuOnClick={false} onChange={() => turn(option.value)}>
          {option.label}
        </Menu.CheckboxItem>
      ))}
    </Frame>
  )
}
