import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { IconSearch, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems, hasStatus, isApiError } from '~/api/problem'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { State } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { VerdictChip } from '../eligibility/Why'
import { AUDIENCE_STATES, type CampaignWhole, type CustomerFilters, customersOptions, lookUp, noteEligibility, REASONS } from './query'
import table from '~/ui/Table.module.css'

interface Props {
  campaign: CampaignWhole
  filters: CustomerFilters
  onFilters: (filters: CustomerFilters) => void
  onOpen: (customerId: string) => void
}

const COLUMNS = ['customer', 'branch', 'verdict', 'message'] as const
const WIDTHS = { branch: 100, verdict: '34%', message: '20%' }

/** Everybody whom the campaign judged, by what was found, and one customer by number. */
export function Customers({ campaign, filters, onFilters, onOpen }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery({ ...customersOptions(campaign.campaign_id, filters), enabled: campaign.frozen_at !== null })
  const rows = flatten(list.data)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen, onPeek: onOpen })
  const narrowed = Boolean(filters.reason ?? filters.state)
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <>
      <Lookup campaignId={campaign.campaign_id} onFound={onOpen} />
      {campaign.frozen_at === null ? (
        <State icon={<IconUsers />} title={t('campaigns.notFrozen')}>
          <p>{t('campaigns.notFrozenText')}</p>
        </State>
      ) : (
        <>
          <Pills>
            <FilterMenu label={t('campaigns.audience')} value={filters.state} options={AUDIENCE_STATES.map((value) => ({ value, label: t(`campaigns.audiences.${value}`) }))} onChange={(state) => onFilters({ ...filters, state })} />
            <FilterMenu label={t('campaigns.reason')} value={filters.reason} options={REASONS.map((value) => ({ value, label: t(`campaigns.reasons.${value}`) }))} onChange={(reason) => onFilters({ ...filters, reason })} />
          </Pills>
          <EndlessTable
            list={list}
            remedy={everything}
            empty={rows.length === 0 && <State icon={<IconUsers />} title={t(narrowed ? 'campaigns.noCustomersFiltered' : 'campaigns.noCustomers')} action={narrowed && everything} />}
            columns={COLUMNS}
            head={(column) => t(`campaigns.customerColumns.${column}`)}
            widths={WIDTHS}
            body={ref}
          >
            {rows.map((row) => (
              <tr key={row.customer.id} className={table.row}>
                <td className={table.wide}>
                  <button type="button" data-row={row.customer.id} className={`${table.open} ${table.name} ${table.link}`} onClick={() => onOpen(row.customer.id)}>
                    {row.customer.name}
                  </button>
                </td>
                <td data-label={t('campaigns.customerColumns.branch')}>{row.branch_code}</td>
                <td>
                  <VerdictChip eligible={row.is_eligible} name={row.reason_name} />
                </td>
                <td data-label={t('campaigns.customerColumns.message')}>{row.is_holdout ? t('campaigns.audiences.holdout') : (row.dropped_name ?? row.message?.status_name ?? '–')}</td>
              </tr>
            ))}
          </EndlessTable>
        </>
      )}
    </>
  )
}

/** Looks one customer up by CIF; the number is sent, never written into the address. */
function Lookup({ campaignId, onFound }: { campaignId: string; onFound: (customerId: string) => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [cif, setCif] = useState('')
  const [fault, setFault] = useState<string>()
  const find = useMutation({
    mutationFn: () => lookUp(campaignId, cif.trim()),
    onSuccess: (found) => {
      noteEligibility(client, campaignId, found)
      onFound(found.customer.id)
    },
    onError: (error) => {
      const said = fieldProblems(error).cif
      if (said) setFault(said)
      else if (hasStatus(error, 404) && isApiError(error)) setFault(error.title)
      else toastProblem(error)
    },
  })
  return (
    <form
      style={{ display: 'flex', gap: 8, alignItems: 'flex-start', marginBottom: 12, maxWidth: 420 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (cif.trim() === '') setFault(t('common.required'))
        else find.mutate()
      }}
    >
      <TextInput
        style={{ flex: 1 }}
        aria-label={t('campaigns.lookup')}
        placeholder={t('campaigns.lookup')}
        leftSection={<IconSearch size={15} aria-hidden />}
        autoComplete="off"
        maxLength={40}
        value={cif}
        error={fault}
        onChange={(event) => {
          setCif(event.currentTarget.value)
          setFault(undefined)
        }}
      />
      <Button type="submit" variant="default" loading={find.isPending}>
        {t('campaigns.lookupAct')}
      </Button>
    </form>
  )
}
