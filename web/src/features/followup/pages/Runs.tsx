import '../texts/id/followupRuns'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconPlayerPlay, IconRefreshDot } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { count, dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import table from '~/ui/Table.module.css'
import type { Run } from '../model'
import { runsOptions } from '../query'
import { duration } from '../runs/scale'
import { useStartRun } from '../runs/useStartRun'
import { WaitingRun } from '../runs/WaitingRun'
import classes from '../runs/runs.module.css'

interface Props {
  /** The address asks to start one. */
  asksStart: boolean
  onAsked: () => void
}

const COLUMNS = [
  'at',
  'kind',
  'due',
  'rotated',
  'stayed',
  'pending',
  'deposits',
  'dealt',
  'departed',
  'took',
] as const
const FIGURES = ['due', 'rotated', 'stayed', 'pending', 'deposits', 'dealt', 'departed'] as const
const WIDTHS = { at: 190, kind: 110 }

/** Every run of the rotation with what it did; a new one is only queued here. */
export function Runs({ asksStart, onAsked }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(runsOptions)
  const rows = flatten(list.data)
  const starts = list.data?.pages[0]?.can.start ?? false
  const [asking, setAsking] = useState(false)
  const start = useStartRun(() => setAsking(false))
  useEffect(() => {
    if (!asksStart) return
    setAsking(true)
    onAsked()
  }, [asksStart])
  if (list.isError && !list.data && hasStatus(list.error, 403))
    return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Page
      title={t('followupRuns.title')}
      text={t('followupRuns.text')}
      width="full"
      actions={
        starts && (
          <Button
            leftSection={<IconPlayerPlay size={15} />}
            disabled={start.runId !== null && !start.over}
            onClick={() => setAsking(true)}
          >
            {t('followupRuns.start')}
          </Button>
        )
      }
    >
      {start.runId && <WaitingRun key={start.runId} runId={start.runId} onOver={start.onOver} />}
      <EndlessTable
        list={list}
        empty={
          rows.length === 0 && (
            <State icon={<IconRefreshDot />} title={t('followupRuns.empty')}>
              <p>{t('followupRuns.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`followupRuns.fields.${column}`)}
        widths={WIDTHS}
        className={classes.table}
        bones={6}
      >
        {rows.map((run) => (
          <Row key={run.id} run={run} />
        ))}
      </EndlessTable>
      <Confirm
        opened={asking && starts}
        title={t('followupRuns.startTitle')}
        action={t('followupRuns.startAction')}
        busy={start.busy}
        onConfirm={start.run}
        onClose={() => setAsking(false)}
      >
        <p>{t('followupRuns.startText')}</p>
      </Confirm>
    </Page>
  )
}

function Row({ run }: { run: Run }) {
  const { t } = useTranslation()
  return (
    <tr className={table.row}>
      <td className={table.wide} data-column="at">
        <Link
          to="/followup/runs/$runId"
          params={{ runId: run.id }}
          className={`${table.name} ${table.link} num`}
          data-row={run.id}
        >
          {dateTime(run.ran_at)}
        </Link>
      </td>
      <td className={table.wide} data-column="kind">
        <Chip>{t(`followupRuns.kinds.${run.kind}`)}</Chip>
      </td>
      {FIGURES.map((each) => (
        <td
          key={each}
          className="num"
          data-label={t(`followupRuns.fields.${each}`)}
          data-column={each}
          data-figure={each}
        >
          <span className={each === 'pending' && run.pending > 0 ? classes.bad : undefined}>
            {count(run[each])}
          </span>
        </td>
      ))}
      <td className="num" data-column="took" data-label={t('followupRuns.fields.took')}>
        {duration(t, run.took_ms)}
      </td>
    </tr>
  )
}
