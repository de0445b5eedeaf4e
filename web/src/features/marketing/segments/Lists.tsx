import { Button, Checkbox } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { IconHistory, IconRefresh, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count, dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { EndlessList, EndlessTable } from '~/ui/Listing'
import { State } from '~/ui/states'
import { On } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { membersOptions, noteSegment, refreshesOptions, removeMembers, renewSegments, type Segment, versionsOptions } from './query'
import frame from '~/ui/List.module.css'
import table from '~/ui/Table.module.css'
import classes from '../marketing.module.css'

/** Every version of the rule in words, the newest first. */
export function Versions({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(versionsOptions(segment.segment_id))
  const rows = flatten(list.data)
  return (
    <EndlessList list={list} body={null} empty={rows.length === 0 && <State icon={<IconHistory />} title={t('segments.noVersions')} />}>
      {rows.map((row) => (
        <li key={row.number} className={frame.item}>
          <div>
            <p className={frame.name}>{t('segments.version', { number: row.number })}</p>
            {row.sentence && <p className={classes.sentence}>{row.sentence}</p>}
            <p className={frame.who}>{t('segments.versionBy', { name: row.created_by?.full_name ?? '–', at: dateTime(row.created_at) })}</p>
          </div>
        </li>
      ))}
    </EndlessList>
  )
}

const REFRESH_COLUMNS = ['at', 'version', 'members', 'entered', 'left'] as const

/** How many entered and left, refresh by refresh. */
export function Refreshes({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(refreshesOptions(segment.segment_id))
  const rows = flatten(list.data)
  return (
    <EndlessTable
      list={list}
      empty={rows.length === 0 && <State icon={<IconRefresh />} title={t('segments.noRefreshes')} />}
      columns={REFRESH_COLUMNS}
      head={(column) => t(`segments.refreshColumns.${column}`)}
    >
      {rows.map((row) => (
        <tr key={row.refresh_id}>
          <td className={table.wide}>{dateTime(row.at)}</td>
          <td data-label={t('segments.refreshColumns.version')}>{row.number}</td>
          <td data-label={t('segments.refreshColumns.members')} className="num">
            {count(row.members)}
          </td>
          <td data-label={t('segments.refreshColumns.entered')} className="num">
            +{count(row.entered)}
          </td>
          <td data-label={t('segments.refreshColumns.left')} className="num">
            −{count(row.left)}
          </td>
        </tr>
      ))}
    </EndlessTable>
  )
}

/** Who is in the segment, by masked name; those of a list can be taken off. */
export function Members({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useInfiniteQuery(membersOptions(segment.segment_id))
  const rows = flatten(list.data)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const picks = segment.can.upload && segment.kind === 'STATIC'
  const remove = useMutation({
    mutationFn: () => removeMembers(segment.segment_id, segment.version, [...picked]),
    onSuccess: (saved) => {
      noteSegment(client, saved)
      toastDone(t('segments.removed', { rows: count(picked.size) }))
      setPicked(new Set())
    },
    onError: (error) => {
      toastProblem(error)
      renewSegments(client, segment.segment_id)
    },
  })
  const turn = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  const columns = picks ? (['pick', 'name', 'city', 'branch', 'entered'] as const) : (['name', 'city', 'branch', 'entered'] as const)
  return (
    <>
      {picks && picked.size > 0 && (
        <Button variant="default" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('segments.remove', { rows: count(picked.size) })}
        </Button>
      )}
      <EndlessTable<'pick' | 'name' | 'city' | 'branch' | 'entered'>
        list={list}
        empty={
          rows.length === 0 && (
            <State icon={<IconUsers />} title={t('segments.noMembers')}>
              <p>{t(segment.kind === 'RULE' ? 'segments.noMembersRule' : 'segments.noMembersList')}</p>
            </State>
          )
        }
        columns={columns}
        head={(column) => (column === 'pick' ? null : t(`segments.memberColumns.${column}`))}
      >
        {rows.map((row) => (
          <tr key={row.customer_id}>
            {picks && (
              <td data-column="pick">
                <Checkbox aria-label={t('segments.pick', { name: row.name })} checked={picked.has(row.customer_id)} onChange={() => turn(row.customer_id)} />
              </td>
            )}
            <td className={table.wide}>{row.name}</td>
            <td data-label={t('segments.memberColumns.city')}>{row.city}</td>
            <td data-label={t('segments.memberColumns.branch')}>{row.branch_code}</td>
            <td data-label={t('segments.memberColumns.entered')}>
              <On at={row.entered_at} />
            </td>
          </tr>
        ))}
      </EndlessTable>
    </>
  )
}
