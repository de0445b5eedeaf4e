import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useLabel } from '~/lib/labels'
import { Section } from '~/ui/Section'
import type { Trial } from './query'
import classes from './templates.module.css'

/** What keeps a draft from being submitted, each with its field. */
export function Faults({ faults }: { faults: Trial['faults'] }) {
  const { t } = useTranslation()
  const label = useLabel()
  const place = (field: string) => {
    const block = /^blocks\.(\d+)/.exec(field)
    const name = label('templates.fields', field.split('.').at(-1))
    return block ? `${t('templates.blockNumber', { number: Number(block[1]) + 1 })}, ${name}` : name
  }
  return (
    <Section title={t('templates.check')}>
      {faults.length === 0 ? (
        <p className={classes.ready}>
          <IconCircleCheck size={16} aria-hidden /> {t('templates.ready')}
        </p>
      ) : (
        <ul className={classes.faults}>
          {faults.map((fault) => (
            <li key={fault.field}>
              <strong>{place(fault.field)}:</strong> {fault.message}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
