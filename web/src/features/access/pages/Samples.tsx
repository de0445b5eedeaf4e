import '../texts/id/access'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconListSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count, date } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { EndlessList } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { DrawDialog } from '../DrawDialog'
import { accessOptionsQuery, samplesOptions } from '../query'
import frame from '~/ui/List.module.css'

/** The samples that compliance has drawn, the latest first. */
export function Samples() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useInfiniteQuery(samplesOptions)
  const options = useQuery(accessOptionsQuery).data
  const [drawing, setDrawing] = useState(false)
  const items = flatten(list.data)
  const { ref } = useRowKeys<HTMLUListElement>({})
  return (
    <Page
      title={t('access.samples')}
      text={
        <>
          <Link to="/break-glass">← {t('access.back')}</Link> · {t('access.samplesText')}
        </>
      }
      actions={options?.can.sample && <Button onClick={() => setDrawing(true)}>{t('access.draw')}</Button>}
    >
      <EndlessList
        list={list}
        body={ref}
        empty={
          items.length === 0 && (
            <State icon={<IconListSearch />} title={t('access.samplesEmpty')}>
              <p>{t('access.samplesEmptyText')}</p>
            </State>
          )
        }
      >
        {items.map((sample) => (
          <li key={sample.id} className={frame.item} data-row={sample.id} tabIndex={-1}>
            <div className={frame.status}>
              <Chip tone={sample.noted === sample.size ? 'success' : 'neutral'}>{t('access.noted', { noted: sample.noted, size: sample.size })}</Chip>
              {sample.concerns > 0 && <Chip tone="critical">{t('access.concerns', { count: sample.concerns })}</Chip>}
            </div>
            <div>
              <Link to="/break-glass/samples/$sampleId" params={{ sampleId: sample.id }} className={frame.name}>
                {sample.source_name}, {date(sample.since)} – {date(sample.until)}
              </Link>
              <p>
                {t('access.drawnOf', { size: count(sample.size), population: count(sample.population) })} · {sample.branch?.name ?? t('access.allBranches')} · {t('access.seed')}{' '}
                <code>{sample.seed}</code>
              </p>
              <p className={frame.who}>
                {t('access.by', { name: sample.drawn_by.full_name })}, <Ago at={sample.drawn_at} />
              </p>
            </div>
          </li>
        ))}
      </EndlessList>
      {drawing && options && (
        <DrawDialog
          options={options}
          onDrawn={(sample) => void navigate({ to: '/break-glass/samples/$sampleId', params: { sampleId: sample.id } })}
          onClose={() => setDrawing(false)}
        />
      )}
    </Page>
  )
}
