import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'

import { keyOf } from '~/lib/keyOf'

interface Props {
  form: UseFormReturnType<{ copy_of: string; id: string; en: string; key: string }>
  words: { id: string; en: string; sameName: string; key: string; keyText: string }
  /** The key stands already: only the names are asked for. */
  named?: boolean
}

/** The name of a new record in both languages, and its key, which follows the name until somebody writes another. */
export function NamedKey({ form, words, named }: Props) {
  const [own, setOwn] = useState(false)
  return (
    <>
      <TextInput
        label={words.id}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('id')}
        onChange={(event) => {
          const id = event.currentTarget.value
          form.setFieldValue('id', id)
          if (!own && !named) form.setFieldValue('key', keyOf(id))
        }}
      />
      <TextInput label={words.en} placeholder={words.sameName} maxLength={80} {...form.getInputProps('en')} />
      {!named && (
        <TextInput
          label={words.key}
          description={words.keyText}
          maxLength={40}
          spellCheck={false}
          autoCapitalize="off"
          {...form.getInputProps('key')}
          onChange={(event) => {
            setOwn(true)
            form.setFieldValue('key', event.currentTarget.value)
          }}
        />
      )}
    </>
  )
}
