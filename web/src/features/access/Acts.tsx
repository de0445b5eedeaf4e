import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { date, timeSeconds } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { Section } from '~/ui/Section'
import { ListBones } from '~/ui/ListBones'
import { Problem } from '~/ui/states'
import { actsOptions } from './query'
import classes from './access.module.css'

/** The rows of the trail that were written under a grant, latest first. */
export function Acts({ requestId }: { requestId: string }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(actsOptions(requestId))
  const rows = flatten(list.data)
  return (
    <Section title={t('access.actsTitle')}>
      {list.isPending && <ListBones />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className="muted">{t('access.actsEmpty')}</p>}
      {rows.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('access.actsTitle')}>
          <table className={classes.table}>
            <tbody>
              {rows.map((row) => (
                <tr key={row.audit_id}>
                  <td className="nowrap num">
                    {date(row.created_at)} {timeSeconds(row.created_at)}
                  </td>
                  <td>
                    <Link to="/audit" search={{ record: row.audit_id }} title={t('access.inAudit')}>
                      {row.action_label}
                    </Link>
                  </td>
                  <td className={classes.faint}>{row.object_label}</td>
                  <td>{row.outcome !== 'ALLOWED' && <Chip tone="warning">{t(`access.outcome.${row.outcome}`)}</Chip>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('access.actsMore')}
        </Button>
      )}
    </Section>
  )
}
