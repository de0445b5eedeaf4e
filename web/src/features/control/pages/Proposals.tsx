import '../texts/id/control'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessList } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { ActDialog } from '../ActDialog'
import { ProposalRow } from '../ProposalRow'
import { type Act, kindsQuery, type Proposal, type ProposalFilters, proposalsOptions, sortOf, SORTS, VIEWS, viewOf } from '../query'
import frame from '~/ui/List.module.css'

interface Props {
  filters: ProposalFilters
  onFilters: (filters: ProposalFilters) => void
}

/** The changes to what guards access that wait for a second person, and what became of earlier ones. */
export function Proposals({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useInfiniteQuery(proposalsOptions(filters))
  const kinds = useQuery(kindsQuery).data?.items ?? []
  const [acting, setActing] = useState<{ proposal: Proposal; act: Act } | null>(null)
  const open = (proposalId: string) => void navigate({ to: '/proposals/$proposalId', params: { proposalId } })
  const { ref } = useRowKeys<HTMLUListElement>({ onOpen: open })
  const items = flatten(list.data)
  const view = viewOf(filters)
  const change = (next: ProposalFilters) => onFilters({ ...filters, ...next })
  const filtered = filters.kind || filters.mine
  return (
    <Page title={t('control.title')} text={t('control.text')}>
      <div className={frame.tools}>
        <Views label={t('control.views')} views={VIEWS.map((key) => ({ key, label: t(`control.view.${key}`) }))} value={view} onChange={(next) => change({ view: next === 'waiting' ? undefined : next })} />
        <button type="button" className={frame.toggle} aria-pressed={filters.mine === 'yes'} onClick={() => change({ mine: filters.mine ? undefined : 'yes' })}>
          {t('control.mine')}
        </button>
        <FilterMenu label={t('control.kind')} value={filters.kind} options={kinds.map(({ key, name }) => ({ value: key, label: name }))} onChange={(kind) => change({ kind })} />
        <FilterMenu
          label={t('control.sort')}
          value={sortOf(filters)}
          always
          options={SORTS.map((value) => ({ value, label: t(`control.sorts.${value === '-proposed_at' ? 'newest' : value === 'proposed_at' ? 'oldest' : 'ending'}`) }))}
          onChange={(sort) => change({ sort: sort === '-proposed_at' ? undefined : sort })}
        />
      </div>
      <EndlessList
        list={list}
        body={ref}
        remedy={
          (filtered || filters.sort) && (
            <Button variant="default" onClick={() => onFilters({})}>
              {t('common.clear')}
            </Button>
          )
        }
        empty={
          items.length === 0 && (
            <State
              icon={<IconUsers />}
              title={t(view === 'waiting' ? 'control.emptyWaiting' : 'control.empty')}
              action={
                (filtered || view !== 'all') && (
                  <Button variant="default" onClick={() => onFilters({ view: 'all' })}>
                    {t('control.showAll')}
                  </Button>
                )
              }
            >
              <p>{t('control.emptyText')}</p>
            </State>
          )
        }
      >
        {items.map((proposal) => (
          <ProposalRow key={proposal.id} proposal={proposal} onAct={(chosen, act) => setActing({ proposal: chosen, act })} />
        ))}
      </EndlessList>
      {acting && <ActDialog {...acting} onClose={() => setActing(null)} />}
    </Page>
  )
}
