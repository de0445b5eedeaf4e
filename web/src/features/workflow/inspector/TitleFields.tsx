import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { Text } from '../model/definition'
import { useFieldProblems } from './FieldProblems'
import { Field } from './FieldProblems'

interface Props {
  title: Text
  onChange: (title: Text, language: 'id' | 'en') => void
}

/** The name in both languages; nothing is published with one of them missing. */
export function TitleFields({ title, onChange }: Props) {
  const { t } = useTranslation()
  const errors = { id: useFieldProblems('title/id').length > 0, en: useFieldProblems('title/en').length > 0 }
  return (['id', 'en'] as const).map((language) => (
    <Field key={language} field={`title/${language}`}>
      <TextInput
        label={t(language === 'id' ? 'workflow.titleId' : 'workflow.titleEn')}
        lang={language}
        maxLength={120}
        value={title[language]}
        error={errors[language]}
        onChange={(event) => onChange({ ...title, [language]: event.currentTarget.value }, language)}
      />
    </Field>
  ))
}
