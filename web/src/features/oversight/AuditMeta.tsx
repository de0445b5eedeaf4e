import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useChangeWords } from '~/features/customers/public/changeWords'
import { useLabel } from '~/lib/labels'
import { CopyId, isId } from '~/ui/CopyId'
import { Facts } from '~/ui/Facts'
import classes from './AuditMeta.module.css'

type Meta = Record<string, unknown>

const isObject = (value: unknown): value is Meta => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlain = (value: unknown) => value === null || typeof value !== 'object'
/** Keys whose values are names of a customer's fields. */
const FIELDS = new Set(['field', 'fields'])
/** Keys whose values people wrote. */
const PROSE = new Set(['reason', 'note'])

/** What a record says beside who, when and what: changes side by side, everything else by name. */
export function AuditMeta({ meta }: { meta: Meta }) {
  const { t } = useTranslation()
  const label = useLabel()
  const { before, after, ...rest } = meta
  const compared = isObject(before) && isObject(after)
  const entries = Object.entries(compared ? rest : meta)
  if (entries.length === 0 && !compared) return <p className="muted">{t('oversight.noMeta')}</p>
  return (
    <Facts
      facts={[
        ...(compared
          ? [...new Set([...Object.keys(before), ...Object.keys(after)])].map<[string, ReactNode]>((field) => [
              label('customers.fields', field),
              <Change field={field} before={before[field]} after={after[field]} />,
            ])
          : []),
        ...entries.map<[string, ReactNode]>(([key, value]) => [label('oversight.metaKeys', key), <Value name={key} value={value} />]),
      ]}
    />
  )
}

/** The trail keeps what changed only: where both sides read the same, the mask hides the difference. */
function Change({ field, before, after }: { field: string; before: unknown; after: unknown }) {
  const { t } = useTranslation()
  const words = useChangeWords()
  const [old, now] = [words(field, before), words(field, after)]
  return (
    <span className={classes.change}>
      {old !== now && (
        <>
          <span className={classes.before}>{old}</span>
          <IconArrowRight size={13} aria-label={t('customers.after')} />
        </>
      )}
      <span className={classes.after}>{now}</span>
      {old === now && <span className={classes.before}>({t('customers.concealed')})</span>}
    </span>
  )
}

function Value({ name, value }: { name: string; value: unknown }) {
  const { t } = useTranslation()
  const label = useLabel()
  const words = useChangeWords()
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
  if (FIELDS.has(name)) return (Array.isArray(value) ? value : [value]).map((each) => label('customers.fields', String(each))).join(', ')
  if (PROSE.has(name)) return String(value)
  if (typeof value === 'string' && isId(value)) return <CopyId value={value} />
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string' && isId(each))) return <CopyId value={value.join(', ')} />
  if (name === 'changes' && isObject(value)) {
    return Object.entries(value).map(([field, asked]) => (
      <p key={field}>
        {label('customers.fields', field)}: {words(field, asked)}
      </p>
    ))
  }
  if (Array.isArray(value) && value.every(isPlain)) return value.length > 0 ? <span className={classes.code}>{value.join(', ')}</span> : '–'
  if (isObject(value) && Object.values(value).every(isPlain)) {
    const pairs = Object.entries(value).map(([key, each]) => `${label('common.entries', key)}: ${String(each)}`)
    return pairs.length > 0 ? <span>{pairs.join(', ')}</span> : '–'
  }
  if (typeof value === 'object') return <pre className={classes.json}>{JSON.stringify(value, null, 2)}</pre>
  return <span className={classes.code}>{String(value)}</span>
}
