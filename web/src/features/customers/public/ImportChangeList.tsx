import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { flatten, keysetOptions } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { EndlessList } from '~/ui/Listing'
import { Section } from '~/ui/Section'
import { Ago } from '~/ui/Time'
import frame from '~/ui/List.module.css'
import { useChangeSentence } from './changeWords'

const importChangesOptions = (customerId: string) =>
  keysetOptions(['import-changes', customerId], (cursor, signal) =>
    unwrap(api.GET('/api/v1/customers/{customer_id}/import-changes', { params: { path: { customer_id: customerId }, query: { cursor } }, signal })),
  )

/** What imports changed in a customer, before and after, as far as the mask lets it show. */
export function ImportChangeList({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(importChangesOptions(customerId))
  const { ref } = useRowKeys<HTMLUListElement>({})
  const sentence = useChangeSentence()
  const items = flatten(list.data)
  // A birth date is kept as an age, a flag as the database writes it.
  const value = (field: string, text: string | null | undefined) =>
    field === 'birth_date' && text ? t('customers.age', { age: text }) : field === 'is_vip' && text ? text === 'true' : text
  return (
    <Section title={t('customers.importChanges')}>
      <EndlessList list={list} body={ref} empty={items.length === 0 && <p className="muted">{t('customers.importChangesEmpty')}</p>}>
        {items.map(({ change_id, field, before, after, concealed, changed_at }) => (
          <li key={change_id} className={frame.item} data-row={change_id} tabIndex={-1}>
            <div>
              <p>{sentence({ field, before: value(field, before), after: value(field, after), concealed })}</p>
              <p className={frame.who}>
                <Ago at={changed_at} />
              </p>
            </div>
          </li>
        ))}
      </EndlessList>
    </Section>
  )
}
