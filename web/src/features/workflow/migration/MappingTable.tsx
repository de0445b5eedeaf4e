import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { type Definition, wordOf } from '../model/definition'
import { restingStates } from '../model/mapping'
import classes from './Migration.module.css'

interface Props {
  before: Definition
  after: Definition
  /** How much work is in each old state. */
  running: Readonly<Record<string, number>>
  mapping: Readonly<Record<string, string | null>>
  suggested: Readonly<Record<string, string | null>>
  onChange: (from: string, to: string | null) => void
}

/** A new state for each old one. States that hold work come first: those must be decided. */
export function MappingTable({ before, after, running, mapping, suggested, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const targets = restingStates(after).map((state) => ({ value: state.key, label: wordOf(state.title, i18n.language) || state.key }))
  const rows = [...restingStates(before)].sort((one, other) => (running[other.key] ?? 0) - (running[one.key] ?? 0))
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('workflow.mapFrom')}</th>
          <th scope="col" className={classes.count}>
            {t('workflow.running')}
          </th>
          <th scope="col">{t('workflow.mapTo')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((state) => {
          const name = wordOf(state.title, i18n.language) || state.key
          const held = running[state.key] ?? 0
          const to = mapping[state.key] ?? null
          return (
            <tr key={state.key}>
              <th scope="row">
                {name}
                <span className={classes.key}>{state.key}</span>
              </th>
              <td className={`${classes.count} num`}>{count(held)}</td>
              <td className={classes.target}>
                <Select
                  aria-label={t('workflow.mapLabel', { state: name })}
                  data={targets}
                  value={to}
                  clearable={held === 0}
                  allowDeselect={held === 0}
                  placeholder={t(held > 0 ? 'workflow.mapChoose' : 'workflow.mapUnused')}
                  error={held > 0 && to === null}
                  onChange={(next) => onChange(state.key, next)}
                />
                {to !== null && suggested[state.key] === to && to === state.key && <Chip>{t('workflow.mapSameKey')}</Chip>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
