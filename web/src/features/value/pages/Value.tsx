import '../texts/id/rfm'

import { useQuery } from '@tanstack/react-query'
import { IconArrowsShuffle, IconDiamond, IconShieldOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { ButtonLink } from '~/ui/ButtonLink'
import { FilterMenu } from '~/ui/FilterMenu'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { month } from '~/lib/format'
import { BranchTable, SegmentBars } from '../rfm/Distribution'
import { FlowChart } from '../rfm/FlowChart'
import { MoveTable } from '../rfm/MoveTable'
import { distributionQuery, migrationsQuery } from '../rfm/query'
import { ThresholdSection } from '../rfm/ThresholdSection'
import classes from '../rfm/rfm.module.css'

export interface ValueFilters {
  branch?: string
  from?: string
  to?: string
}

interface Props {
  filters: ValueFilters
  onFilters: (filters: ValueFilters) => void
}

/** How the customers lie in segments, how they moved between two months, and the bounds that decide. */
export function Value({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const whole = useQuery(distributionQuery(undefined))
  const found = useQuery(distributionQuery(filters.branch))
  const set = (part: ValueFilters) => onFilters({ ...filters, ...part })
  if (found.isError && !found.data && hasStatus(found.error, 403))
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const branches = whole.data?.branches ?? []
  const figures = found.data
  return (
    <Page title={t('rfm.title')} text={t('rfm.intro')}>
      {branches.length > 1 && (
        <Pills>
          <FilterMenu
            label={t('rfm.branch')}
            value={filters.branch}
            options={branches.map((each) => ({
              value: each.branch_code,
              label: each.branch_name,
            }))}
            onChange={(branch) => set({ branch })}
          />
        </Pills>
      )}
      {found.isError && !figures ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : !figures ? (
        <div aria-busy="true" style={{ paddingTop: 24 }}>
          <Bone height={240} />
        </div>
      ) : figures.branches.length === 0 ? (
        <State
          icon={figures.assessed ? <IconDiamond /> : <IconShieldOff />}
          title={t(figures.assessed ? 'rfm.empty' : 'rfm.notAssessed')}
        >
          <p>{t(figures.assessed ? 'rfm.emptyText' : 'rfm.notAssessedText')}</p>
        </State>
      ) : (
        <>
          <Section
            title={t('rfm.distribution')}
            aside={
              <span className={classes.words}>
                {t('rfm.summed', { count: figures.customers })}
                {figures.calculated_at && (
                  <>
                    {' '}
                    · {t('rfm.computed')} <Ago at={figures.calculated_at} />
                  </>
                )}
              </span>
            }
          >
            {!figures.assessed && <p className={classes.note}>{t('rfm.notAssessedText')}</p>}
            <SegmentBars found={figures} />
          </Section>
          {figures.branches.length > 1 && (
            <Section title={t('rfm.byBranch')}>
              <BranchTable found={figures} />
            </Section>
          )}
          {figures.hidden && <p className={classes.note}>{t('rfm.hidden')}</p>}
          <Moves filters={filters} onFilters={set} />
        </>
      )}
      <ThresholdSection />
    </Page>
  )
}

function Moves({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const found = useQuery(migrationsQuery(filters.branch, filters.from, filters.to))
  const moves = found.data
  const options = (moves?.months ?? []).map((each) => ({ value: each, label: month(each) }))
  return (
    <Section title={t('rfm.migrations')}>
      {found.isError && !moves ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : !moves ? (
        <Bone height={300} />
      ) : (
        <>
          {options.length > 1 && (
            <Pills>
              <FilterMenu
                label={t('rfm.from')}
                always
                value={moves.since ?? ''}
                options={options}
                onChange={(from) => onFilters({ from })}
              />
              <FilterMenu
                label={t('rfm.to')}
                always
                value={moves.until ?? ''}
                options={options}
                onChange={(to) => onFilters({ to })}
              />
            </Pills>
          )}
          {moves.moves.length === 0 ? (
            <State icon={<IconArrowsShuffle />} title={t('rfm.noMoves')}>
              <p>{t('rfm.noMovesText')}</p>
            </State>
          ) : (
            <>
              <FlowChart found={moves} />
              <MoveTable found={moves} />
              <ButtonLink to="/value/moves" search={{ branch: filters.branch }} variant="default">
                {t('rfm.openMoved')}
              </ButtonLink>
              {moves.hidden && <p className={classes.note}>{t('rfm.hidden')}</p>}
            </>
          )}
        </>
      )}
    </Section>
  )
}
