import '../texts/id/customers'

import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { initials } from '~/lib/initials'
import { flatten } from '~/lib/keyset'
import { Avatar } from '~/ui/Avatar'
import { Bone } from '~/ui/Bone'
import { Limited, Problem } from '~/ui/states'
import { customer360Query } from './profile'
import { MIN_QUERY, normalise, recentQuery, REST_MS, searchOptions } from './search'
import classes from './CustomerPicker.module.css'

interface Props {
  customerId: string | undefined
  onCustomer: (customerId: string | undefined) => void
}

const LIMIT = 6

/** Whom it is about: found by name, phone or number, or one of those I had before me last. */
export function CustomerPicker({ customerId, onCustomer }: Props) {
  return customerId ? <Chosen customerId={customerId} onCustomer={onCustomer} /> : <Finding onCustomer={onCustomer} />
}

function Chosen({ customerId, onCustomer }: { customerId: string; onCustomer: Props['onCustomer'] }) {
  const { t } = useTranslation()
  const found = useQuery(customer360Query(customerId))
  if (found.isError) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  const one = found.data?.customer
  return (
    <div className={classes.customer}>
      {one ? <Avatar initials={one.initials ?? initials(one.full_name)} size={36} square /> : <Bone width={36} height={36} />}
      <div className={classes.words}>
        {one ? (
          <>
            <p className={classes.name}>{one.full_name}</p>
            <p className="muted">{[one.phone_masked, one.branch?.name].filter(Boolean).join(' · ')}</p>
          </>
        ) : (
          <>
            <Bone width={180} />
            <Bone width={140} />
          </>
        )}
      </div>
      <Button variant="default" onClick={() => onCustomer(undefined)}>
        {t('customers.picker.another')}
      </Button>
    </div>
  )
}

function Finding({ onCustomer }: { onCustomer: Props['onCustomer'] }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const q = normalise(text)
  const [rested] = useDebouncedValue(q, REST_MS)
  const asked = rested === q && q.length > MIN_QUERY
  const search = useInfiniteQuery({ ...searchOptions(q, {}, LIMIT), enabled: asked })
  const recent = useQuery(recentQuery)
  const hits = asked ? flatten(search.data) : q === '' ? (recent.data?.items ?? []).slice(0, LIMIT) : []
  const limited = isApiError(search.error) && search.error.status === 429 ? search.error : null
  return (
    <div>
      <TextInput
        label={t('customers.picker.customer')}
        placeholder={t('customers.picker.find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        autoComplete="off"
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {limited && <Limited error={limited} onReady={() => void search.refetch()} />}
      {hits.length > 0 && (
        <ul className={classes.hits} aria-label={t(asked ? 'customers.picker.found' : 'customers.picker.recent')}>
          {hits.map((each) => (
            <li key={each.customer_id}>
              <button type="button" onClick={() => onCustomer(each.customer_id)}>
                <Avatar initials={initials(each.name)} size={28} square />
                <span className={classes.words}>
                  <span className={classes.name}>{each.name}</span>
                  <span className="muted">{[each.cif_masked, each.phone_masked, each.branch.name].filter(Boolean).join(' · ')}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {asked && search.isSuccess && hits.length === 0 && <p className="muted">{t('customers.picker.nobody')}</p>}
    </div>
  )
}
