import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import classes from './FilterMenu.module.css'

export interface Option {
  value: string
  label: string
  detail?: string
}

interface Props {
  label: string
  value: string | undefined
  options: readonly Option[]
  onChange: (value: string | undefined) => void
}

/** A filter as a pill: its name while it rests, name and value while it filters, with a cross to take it off. */
export function FilterMenu({ label, value, options, onChange }: Props) {
  const { t } = useTranslation()
  const chosen = options.find((option) => option.value === value)
  const active = value !== undefined
  return (
    <span className={classes.pill} data-active={active || undefined}>
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <button type="button" className={classes.button}>
            {active ? (
              <>
                <span className={classes.label}>{label}:</span> <span className={classes.value}>{chosen?.label ?? value}</span>
              </>
            ) : (
              label
            )}
            {!active && <IconChevronDown size={13} aria-hidden />}
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {options.map((option) => (
            <Menu.Item
              key={option.value}
              role="menuitemradio"
              aria-checked={option.value === value}
              onClick={() => onChange(option.value === value ? undefined : option.value)}
              rightSection={option.value === value ? <IconCheck size={14} aria-hidden /> : undefined}
            >
              {option.label}
              {option.detail && <span className={classes.detail}>{option.detail}</span>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {active && (
        <button type="button" className={classes.clear} aria-label={`${t('common.clear')}: ${label}`} onClick={() => onChange(undefined)}>
          <IconX size={13} aria-hidden />
        </button>
      )}
    </span>
  )
}
