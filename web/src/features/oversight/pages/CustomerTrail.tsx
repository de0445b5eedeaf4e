import '../texts/id/oversight'
import '../texts/id/trail'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconHistory, IconListSearch, IconUserSquareRounded } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { count } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { ButtonLink } from '~/ui/ButtonLink'
import { FilterMenu } from '~/ui/FilterMenu'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { AuditPanel } from '../AuditPanel'
import { AuditTable } from '../AuditTable'
import { type AuditFilters, auditOptions, facetsQuery } from '../query'
import { People } from '../trail/People'
import { subjectQuery } from '../trail/query'
import classes from '../trail/People.module.css'

export type TrailFilters = Pick<AuditFilters, 'actor' | 'action' | 'outcome' | 'from' | 'to'>

interface Props {
  customerId: string
  filters: TrailFilters
  record: string | undefined
  onFilters: (filters: TrailFilters) => void
  onRecord: (auditId: string | undefined) => void
  /** To the whole trail with these filters. */
  onTrail: (filters: AuditFilters) => void
}

/** Who had to do with one customer, what each did, and the records of it. */
export function CustomerTrail({ customerId, filters, record, onFilters, onRecord, onTrail }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const subject = useQuery(subjectQuery(customerId))
  const list = useInfiniteQuery({ ...auditOptions({ ...filters, customer_id: customerId }), enabled: subject.isSuccess })
  const facets = useQuery({ ...facetsQuery, enabled: subject.isSuccess }).data
  if (subject.isError && !subject.data) return <Problem page error={subject.error} onRetry={() => void subject.refetch()} />
  const data = subject.data
  const rows = flatten(list.data)
  const person = data?.people.find((each) => each.actor?.id === filters.actor)?.actor
  const narrowed = Object.values(filters).some(Boolean)
  const clear = narrowed && (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  const say = (key: 'count' | 'denied' | 'elevated') => (data?.people ?? []).reduce((sum, each) => sum + each[key], 0)
  return (
    <Page
      title={t('trail.title', { name: data?.customer_label ?? '' })}
      text={
        data ? (
          t('trail.summary', { records: `${count(data.records)}${data.capped ? '+' : ''}`, people: count(data.people.length), denied: count(say('denied')), elevated: count(say('elevated')) })
        ) : (
          <Bone width={320} />
        )
      }
      width="full"
      actions={
        <>
          {may(me, 'customer', 'R') && (
            <ButtonLink to="/customers/$customerId" params={{ customerId }} preload={false} variant="default" leftSection={<IconUserSquareRounded size={15} aria-hidden />}>
              {t('trail.profile')}
            </ButtonLink>
          )}
          {me.permissions.audit?.R === 'ALL' && (
            <ButtonLink to="/access-report" search={{ customer: customerId }} preload={false} variant="default" leftSection={<IconHistory size={15} aria-hidden />}>
              {t('trail.couldSee')}
            </ButtonLink>
          )}
          <Button variant="default" leftSection={<IconListSearch size={15} aria-hidden />} onClick={() => onTrail({ ...filters, customer_id: customerId })}>
            {t('trail.explorer')}
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        <Section title={t('trail.people')}>
          {!data && [0, 1, 2, 3].map((index) => <Bone key={index} width={`${60 + index * 8}%`} height={40} />)}
          {data?.people.length === 0 && <p className={`muted ${classes.none}`}>{t('trail.nobody')}</p>}
          {data && data.people.length > 0 && <People people={data.people} chosen={filters.actor} onChoose={(actor) => onFilters({ ...filters, actor })} />}
        </Section>
        <Section title={person ? t('trail.recordsOf', { name: person.full_name }) : t('trail.allRecords')}>
          <Pills>
            <FilterMenu
              label={t('oversight.actor')}
              value={filters.actor}
              options={(data?.people ?? []).flatMap(({ actor }) => (actor ? [{ value: actor.id, label: actor.full_name, detail: actor.username }] : []))}
              onChange={(actor) => onFilters({ ...filters, actor })}
            />
            <FilterMenu label={t('oversight.action')} value={filters.action} options={(facets?.actions ?? []).map(({ key, label: word }) => ({ value: key, label: word }))} onChange={(action) => onFilters({ ...filters, action })} />
            <FilterMenu label={t('oversight.outcome')} value={filters.outcome} options={(facets?.outcomes ?? []).map((outcome) => ({ value: outcome.key, label: outcome.label }))} onChange={(outcome) => onFilters({ ...filters, outcome })} />
            <RangeMenu label={t('oversight.anyTime')} range={filters} onChange={(range) => onFilters({ ...filters, from: undefined, to: undefined, ...range })} />
          </Pills>
          <AuditTable list={list} rows={rows} record={record} clear={clear} onRecord={onRecord} />
        </Section>
      </div>
      {record && <AuditPanel key={record} auditId={record} onClose={() => onRecord(undefined)} onRecord={onRecord} onFilters={onTrail} />}
    </Page>
  )
}
