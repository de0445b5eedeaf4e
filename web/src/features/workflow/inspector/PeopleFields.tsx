import { MultiSelect, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../editor/context'
import type { People, Reach } from '../model/definition'
import { choicesOf } from '~/ui/rules/rules'
import { Field, useFieldProblems } from './FieldProblems'

interface Props {
  /** `by` or `rollback`. */
  field: string
  people: People
  onChange: (people: People) => void
}

/** Which roles, and how far they reach. */
export function PeopleFields({ field, people, onChange }: Props) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const wrong = useFieldProblems(`${field}/roles`).length > 0
  return (
    <>
      <Field field={`${field}/roles`}>
        <MultiSelect
          label={t('workflow.roles')}
          placeholder={people.roles.length === 0 ? t('workflow.rolesPlaceholder') : undefined}
          data={choicesOf(vocabulary.roles, people.roles)}
          value={people.roles}
          error={wrong}
          searchable
          onChange={(roles) => onChange({ ...people, roles })}
        />
      </Field>
      <Field field={`${field}/reach`}>
        <Select
          label={t('workflow.reach')}
          data={choicesOf(vocabulary.reaches, [people.reach])}
          value={people.reach}
          onChange={(reach) => reach && onChange({ ...people, reach: reach as Reach })}
        />
      </Field>
    </>
  )
}
