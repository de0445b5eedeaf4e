import { SegmentedControl } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { RuleBuilder } from '~/ui/rules/RuleBuilder'
import { comparisonOn } from '~/ui/rules/rules'
import { useEditor } from '../editor/context'
import type { Guard } from '../model/definition'
import { FieldProblems } from './FieldProblems'
import { Group } from './Group'
import { CelInput } from './rules/CelInput'
import classes from './Inspector.module.css'

interface Props {
  guard: Guard
  onChange: (guard: Guard, tag?: string) => void
}

type Form = 'none' | 'rule' | 'cel'
const formOf = (guard: Guard): Form => (guard === null ? 'none' : 'cel' in guard ? 'cel' : 'rule')

/** The condition of a transition: none, built from fields, or written in CEL. Changing the form keeps what the others held. */
export function GuardFields({ guard, onChange }: Props) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const held = useRef<Partial<Record<Form, Guard>>>({})
  const form = formOf(guard)
  const setForm = (next: Form) => {
    held.current[form] = guard
    const fresh: Record<Form, Guard> = { none: null, cel: { cel: '' }, rule: { rule: { all: [comparisonOn(vocabulary.fields[0])] } } }
    onChange(held.current[next] ?? fresh[next])
  }
  return (
    <Group title={t('workflow.guard')}>
      <div data-field="guard">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('workflow.guard')}
          data={(['none', 'rule', 'cel'] as const).map((value) => ({ value, label: t(`workflow.guardForms.${value}`) }))}
          value={form}
          onChange={(value) => setForm(value as Form)}
        />
      </div>
      {guard === null && <p className={classes.hint}>{t('workflow.guardNone')}</p>}
      {guard !== null && 'cel' in guard && (
        <div data-field="guard/cel">
          <CelInput cel={guard.cel} onChange={(cel) => onChange({ cel }, 'cel')} />
        </div>
      )}
      {guard !== null && 'rule' in guard && <RuleBuilder rule={guard.rule} fields={vocabulary.fields} path="guard/rule" Problems={FieldProblems} onChange={(rule) => onChange({ rule }, 'rule')} />}
      {guard !== null && 'cel' in guard ? <FieldProblems field="guard" /> : <FieldProblems field="guard" exact />}
      {guard !== null && 'rule' in guard && <FieldProblems field="guard/rule" exact />}
    </Group>
  )
}
