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

const REST_MS = 300
/** The server's least. */
const LEAST = 2

/** Words of a customer or an interest; asked for when the typing rests, and written into no address. */
export function SearchBox({ label, value, onChange }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const ask = useDebouncedCallback(
    (next: string) => onChange(next.length < LEAST ? '' : next),
    REST_MS,
  )
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
      rightSection={
        text ? <CloseButton size="xs" aria-label={t('common.clear')} onClick={empty} /> : null
      }
      maxLength={60}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        ask(event.currentTarget.value.trim())
      }}
    />
  )
}
