import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { KeyProblem } from '../model/keys'
import { Field } from './FieldProblems'
import { useEditor } from '../editor/context'

interface Props {
  value: string
  /** Why the key may not change, where the program relies on it. */
  locked?: boolean
  problem: (key: string) => KeyProblem | null
  normal: (text: string) => string
  onChange: (key: string) => void
}

/** The stable name. A key that would clash or break the pattern stays in the box until it is right, and goes nowhere. */
export function KeyField({ value, locked, problem, normal, onChange }: Props) {
  const { t } = useTranslation()
  const { readOnly } = useEditor()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const wrong = text === value ? null : problem(text)
  const change = (next: string) => {
    setText(next)
    if (problem(next) === null) onChange(next)
  }
  return (
    <Field field="key">
      <TextInput
        label={t('workflow.key')}
        description={locked && !readOnly ? t('workflow.keyLocked') : undefined}
        styles={{ input: { fontFamily: 'var(--s-mono)', fontSize: 12 } }}
        value={text}
        readOnly={locked}
        maxLength={40}
        spellCheck={false}
        error={wrong ? t(`workflow.keyProblem.${wrong}`) : undefined}
        onChange={(event) => change(normal(event.currentTarget.value))}
        onBlur={() => setText(value)}
      />
    </Field>
  )
}
