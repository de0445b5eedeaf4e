import { useQuery } from '@tanstack/react-query'
import { IconAlertCircle } from '@tabler/icons-react'
import { createContext, useContext } from 'react'

import { Bone } from '~/ui/Bone'
import { RuleBuilder } from '~/ui/rules/RuleBuilder'
import { comparisonOn, isComplete, type RuleNode, viewOf } from '~/ui/rules/rules'
import { Problem } from '~/ui/states'
import { fieldsQuery } from './query'
import classes from '../marketing.module.css'

/** What the server refused, by its place in the rule: `rule/all/0/value`. */
export type RuleFaults = Readonly<Record<string, string>>

const FaultContext = createContext<RuleFaults>({})

/** The server names places of a rule as JSON pointers, below the name of the entry. */
export function ruleFaults(refused: Readonly<Record<string, string>>): RuleFaults {
  const places = Object.entries(refused).flatMap(([name, message]) => {
    const path = name.replace(/^rule_json/, '').replaceAll('.', '/').replace(/^\/*/, '/')
    return name.startsWith('rule_json') || name.startsWith('/') ? [[path === '/' ? 'rule' : `rule${path}`, message] as const] : []
  })
  return Object.fromEntries(places)
}

/** The conditions without a value, named as the server names places of a rule. A rule that nobody touched is its first condition. */
export function placesWithoutValue(rule: RuleNode | null, path = 'rule_json'): string[] {
  if (rule === null) return [`${path}/all/0/value`]
  const view = viewOf(rule, path)
  const { inner } = view
  if (inner.kind === 'comparison') return isComplete(inner) ? [] : [`${view.path}/value`]
  return inner.parts.length === 0 ? [view.path] : inner.parts.flatMap((part, index) => placesWithoutValue(part, `${view.path}/${index}`))
}

function Faults({ field, exact = false }: { field: string; exact?: boolean }) {
  const faults = useContext(FaultContext)
  return Object.entries(faults)
    .filter(([place]) => place === field || (!exact && place.startsWith(`${field}/`)))
    .map(([place, message]) => (
      <p key={place} className={classes.fault} role="alert">
        <IconAlertCircle size={14} aria-hidden />
        <span>{message}</span>
      </p>
    ))
}

interface Props {
  rule: RuleNode | null
  faults: RuleFaults
  onChange: (rule: RuleNode) => void
}

/** The rule of a segment over what is known about customers. */
export function RuleEditor({ rule, faults, onChange }: Props) {
  const fields = useQuery(fieldsQuery)
  if (fields.isError && !fields.data) return <Problem error={fields.error} onRetry={() => void fields.refetch()} />
  if (!fields.data) return <Bone height={160} />
  return (
    <FaultContext value={faults}>
      <RuleBuilder rule={rule ?? { all: [comparisonOn(fields.data[0])] }} fields={fields.data} path="rule" Problems={Faults} onChange={onChange} />
      <Faults field="rule" exact />
    </FaultContext>
  )
}
