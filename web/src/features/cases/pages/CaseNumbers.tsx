import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { count } from '~/lib/format'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import classes from '../report.module.css'

/** Whether the numbers of a year have gaps; counted when it is asked for, since every case is looked at. */
export function CaseNumbers({ year, branch }: { year: number; branch: string | undefined }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const found = useQuery({
    queryKey: ['case-numbers', year, branch],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/case-numbers', { params: { query: { year, branch } }, signal })),
    enabled: asked,
  })
  const missing = found.data?.items.filter((row) => row.gaps > 0) ?? []
  return (
    <Section
      title={t('complaintReport.numbers.title', { year })}
      aside={
        <Button variant="subtle" size="compact-sm" leftSection={<IconListCheck size={14} />} loading={found.isFetching} onClick={() => (asked ? void found.refetch() : setAsked(true))}>
          {t('complaintReport.numbers.check')}
        </Button>
      }
    >
      <div role="status" className={classes.numbers}>
        {!asked && <p className="muted">{t('complaintReport.numbers.text')}</p>}
        {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
        {found.data && missing.length === 0 && <p>{t('complaintReport.numbers.whole', { count: found.data.items.reduce((sum, row) => sum + row.cases, 0), shown: count(found.data.items.reduce((sum, row) => sum + row.cases, 0)) })}</p>}
        {missing.map((row) => (
          <p key={row.branch.code} className="num">
            <strong>{t('complaintReport.numbers.gaps', { branch: row.branch.name, count: row.gaps, shown: count(row.gaps), last: count(row.last) })}</strong> {row.missing.join(', ')}
            {row.gaps > row.missing.length && ' …'}
          </p>
        ))}
      </div>
    </Section>
  )
}
