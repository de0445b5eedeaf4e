import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { money } from '~/lib/format'
import { Facts } from '~/ui/Facts'
import { State } from '~/ui/states'
import type { Case } from '../model'
import classes from './case.module.css'

/** What the customer complains of and what was answered; or, in words, why that is not shown. */
export function Complaint({ one }: { one: Case }) {
  const { t } = useTranslation()
  const content = one.content
  if (!content) {
    return (
      <State icon={<IconLock />} title={t('cases.hidden')}>
        <p>{one.hidden_reason}</p>
      </State>
    )
  }
  return (
    <>
      <section className={classes.complaint} aria-label={t('cases.description')}>
        <h2>{t('cases.description')}</h2>
        <p className={classes.description}>{content.description}</p>
      </section>
      {content.final_response && (
        <section className={classes.answer} aria-label={t('cases.finalResponse')}>
          <h2>{t('cases.finalResponse')}</h2>
          <p className={classes.description}>{content.final_response}</p>
        </section>
      )}
    </>
  )
}

/** What is known of the complaint beside its text. */
export function Details({ one }: { one: Case }) {
  const { t } = useTranslation()
  const content = one.content
  if (!content) return null
  const facts: [string, React.ReactNode][] = [
    [t('cases.fields.category'), one.category?.name],
    [t('cases.fields.channel'), `${one.channel ? t(`cases.channels.${one.channel}`) : '–'}, ${one.kind ? t(`cases.kinds.${one.kind}`).toLowerCase() : ''}`],
    [t('cases.fields.branch'), one.branch?.name],
    ...optional(t('cases.fields.product'), content.product),
    ...optional(t('cases.fields.reference'), content.transaction_ref),
    ...optional(t('cases.fields.amount'), content.amount === null ? '' : money(content.amount)),
    ...optional(t('cases.fields.complainant'), content.complainant),
    ...optional(t('cases.fields.authority'), content.complainant_authority),
    ...optional(t('cases.fields.preference'), content.contact_preference && t(`cases.preferences.${content.contact_preference as 'PHONE'}`)),
    ...optional(t('cases.fields.resolution'), content.resolution?.name ?? ''),
    ...optional(t('cases.fields.createdBy'), content.created_by?.full_name ?? ''),
    ...optional(t('cases.fields.closedBy'), content.closed_by?.full_name ?? ''),
  ]
  return <Facts facts={facts} labelWidth={104} />
}

const optional = (label: string, value: string): [string, React.ReactNode][] => (value ? [[label, value]] : [])
