import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
}

/** Words of a name; asked for when the typing rests. */
export function SearchBox({ label, value, onChange }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const ask = useDebouncedCallback((next: string) => onChange(next.trim()), 300)
  const empty = () => {
    ask.cancel()
    setText('')
    onChange('')
  }
  return (
    <TextInput
      size="xs"
      w={196}
      style={{ flex: 'none' }}
      role="searchbox"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={text ? <CloseButton size="xs" aria-label={t('common.clear')} onClick={empty} /> : null}
      maxLength={60}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
    />
  )
}
