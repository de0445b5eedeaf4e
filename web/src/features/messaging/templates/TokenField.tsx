import { ActionIcon, Menu, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBraces } from '@tabler/icons-react'
import { type ChangeEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { tokensQuery } from './query'
import classes from './templates.module.css'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  max: number
  error?: string
  rows?: number
  description?: string
  /** Left out where no token may stand. */
  tokens?: 'all' | 'links'
  disabled?: boolean
  autoFocus?: boolean
}

// Nobody is addressed as nothing: a first name always has words in its place.
const written = (name: string) => (name === 'customer.first_name' ? '{{customer.first_name|"Bapak/Ibu"}}' : `{{${name}}}`)

/** A text with its length, into which tokens are put where the cursor stands. */
export function TokenField({ label, value, onChange, max, error, rows = 0, description, tokens, disabled, autoFocus }: Props) {
  const { t } = useTranslation()
  const entry = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const known = useQuery({ ...tokensQuery, enabled: tokens !== undefined })
  const insert = (name: string) => {
    const at = entry.current?.selectionStart ?? value.length
    const end = entry.current?.selectionEnd ?? at
    const token = written(name)
    onChange(value.slice(0, at) + token + value.slice(end))
    setTimeout(() => {
      entry.current?.focus()
      entry.current?.setSelectionRange(at + token.length, at + token.length)
    })
  }
  const shown = known.data?.items.filter((token) => token.name !== 'unsubscribe.url' && (tokens === 'all' || token.is_link)) ?? []
  const props = {
    ref: entry,
    value,
    error,
    disabled,
    maxLength: max,
    'data-autofocus': autoFocus || undefined,
    description,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.currentTarget.value),
    'aria-label': label,
  }
  return (
    <div>
      <div className={classes.fieldHead}>
        <span className={classes.fieldLabel} aria-hidden>
          {label}
        </span>
        <span className="muted num">
          {value.length}/{max}
        </span>
        {tokens && !disabled && (
          <Menu position="bottom-end" width={280} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${t('templates.insertToken')}: ${label}`} title={t('templates.insertToken')}>
                <IconBraces size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
              {shown.map((token) => (
                <Menu.Item key={token.name} onClick={() => insert(token.name)}>
                  {token.label}
                  <span className={classes.sample}>{token.sample}</span>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {rows > 0 ? <Textarea autosize minRows={rows} maxRows={16} {...props} /> : <TextInput {...props} />}
    </div>
  )
}
