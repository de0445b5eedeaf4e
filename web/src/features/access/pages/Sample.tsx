import '../texts/id/access'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { count, date, dateTime } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { AccessRow } from '../AccessRow'
import { type Act, ActDialog } from '../ActDialog'
import { AskDialog } from '../AskDialog'
import { type Access, accessOptionsQuery, type SampleItem, sampleQuery } from '../query'
import { ReviewDialog } from '../ReviewDialog'
import classes from '../access.module.css'
import frame from '~/ui/List.module.css'

/** One sample: what was drawn, the access to it, and what was found of each item. */
export function Sample({ sampleId }: { sampleId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const found = useQuery(sampleQuery(sampleId))
  const options = useQuery(accessOptionsQuery).data
  const [asking, setAsking] = useState(false)
  const [acting, setActing] = useState<{ request: Access; act: Act } | null>(null)
  const [noting, setNoting] = useState<SampleItem | null>(null)
  if (found.isPending) {
    return (
      <Page title={t('access.samples')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const sample = found.data
  const open = sample.requests.some((each) => each.can.open && each.id === me.elevation?.id)
  return (
    <Page
      title={`${t('access.samples')}: ${sample.source_name}`}
      text={<Link to="/break-glass/samples">← {t('access.samplesBack')}</Link>}
      actions={sample.can.request && <Button onClick={() => setAsking(true)}>{t('access.askSample')}</Button>}
    >
      <Facts
        facts={[
          [t('access.period'), `${dateTime(sample.since)} – ${dateTime(sample.until)}`],
          [t('access.branch'), sample.branch?.name ?? t('access.allBranches')],
          [t('access.size'), t('access.drawnOf', { size: count(sample.size), population: count(sample.population) })],
          [t('access.seed'), <code key="seed">{sample.seed}</code>],
          [t('access.samples'), `${t('access.by', { name: sample.drawn_by.full_name })}, ${dateTime(sample.drawn_at)}`],
        ]}
      />
      {sample.requests.length > 0 && (
        <Section title={t('access.requests')}>
          <ul className={frame.list}>
            {sample.requests.map((request) => (
              <AccessRow key={request.id} request={request} onAct={(chosen, act) => setActing({ request: chosen, act })} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('access.items')} aside={<span className={classes.faint}>{t('access.noted', { noted: sample.noted, size: sample.size })}</span>}>
        <ul className={frame.list}>
          {sample.items.map((item) => (
            <li key={item.id} className={frame.item}>
              <div className={frame.status}>
                {item.finding ? (
                  <Chip tone={item.finding === 'CONCERN' ? 'critical' : 'success'}>{t(`access.finding.${item.finding}`)}</Chip>
                ) : (
                  <Chip>{t('access.notFound')}</Chip>
                )}
              </div>
              <div>
                {open ? (
                  <Link to="/customers/$customerId" params={{ customerId: item.customer.customer_id }} preload={false} className={frame.name}>
                    {item.position}. {item.customer.name}
                  </Link>
                ) : (
                  <span className={frame.name}>
                    {item.position}. {item.customer.name}
                  </span>
                )}
                <p>{[item.customer.cif, item.branch?.name].filter(Boolean).join(' · ')}</p>
                <p className={frame.who}>
                  {t('access.openedBy')} {item.by?.full_name ?? t('access.system')}, {date(item.occurred_at)} ·{' '}
                  <Link to="/audit" search={{ record: item.ref }}>
                    {t('access.inAudit')}
                  </Link>
                </p>
                {item.note && <p className={classes.quote}>“{item.note}”</p>}
              </div>
              <div className={frame.acts}>
                {sample.can.note && (
                  <Button variant="default" onClick={() => setNoting(item)}>
                    {t('access.noteFinding')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {asking && options && (
        <AskDialog
          options={options}
          sampleId={sample.id}
          onSent={(made) => void navigate({ to: '/break-glass/$requestId', params: { requestId: made.id } })}
          onClose={() => setAsking(false)}
        />
      )}
      {acting && <ActDialog {...acting} onClose={() => setActing(null)} />}
      {noting && (
        <ReviewDialog
          title={t('access.noteTitle', { position: noting.position })}
          done={t('access.notedDone')}
          least={(finding) => (finding === 'CONCERN' ? 3 : 0)}
          start={noting.finding ? { finding: noting.finding, note: noting.note } : undefined}
          send={(finding, note) =>
            unwrap(api.PUT('/api/v1/break-glass/samples/{sample_id}/items/{item_id}', { params: { path: { sample_id: sample.id, item_id: noting.id } }, body: { finding, note } }))
          }
          onClose={() => setNoting(null)}
        />
      )}
    </Page>
  )
}
