import { Link } from '@tanstack/react-router'
import { IconLock, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Relationship } from '~/api/models'
import { date } from '~/lib/format'
import { useCodes } from '~/features/customers/public/codes'
import { useLabel } from '~/lib/labels'
import { useRowKeys } from '~/lib/rows'
import { State } from '~/ui/states'
import { relatedId, relatedName } from './RelationshipGraph'
import classes from './RelationshipList.module.css'

interface Props {
  relationships: Relationship[]
  /** What may be done with a relationship, as a menu beside it. */
  acts?: (relationship: Relationship) => ReactNode
}

/** The graph as a list: the same relations for keyboard and screen reader, with their dates. */
export function RelationshipList({ relationships, acts }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const kindName = useCodes('RELATIONSHIP').name
  const { ref } = useRowKeys<HTMLUListElement>({})
  if (relationships.length === 0) return <State icon={<IconUsersGroup />} title={t('record.relationshipsEmpty')} />
  return (
    <ul ref={ref} aria-label={t('record.relationships')}>
      {relationships.map((each) => {
        const id = relatedId(each)
        const kind = [...new Set([kindName(each.kind), each.role && label('customers.roles', each.role)])].filter(Boolean).join(' · ')
        const period = [each.valid_from && t('record.since', { date: date(each.valid_from) }), each.valid_to && t('record.until', { date: date(each.valid_to) })]
          .filter(Boolean)
          .join(' ')
        const content = (
          <>
            <span className={classes.name}>{relatedName(each)}</span>
            <span className={classes.kind}>{kind}</span>
            <span className={classes.period}>{period || '–'}</span>
            {!id && (
              <span className={classes.closed} title={t('record.outOfScope')}>
                <IconLock size={14} aria-hidden />
                <span className="visually-hidden">{t('record.outOfScope')}</span>
              </span>
            )}
          </>
        )
        return (
          <li key={each.relationship_id} className={classes.item}>
            {id ? (
              <Link to="/customers/$customerId" params={{ customerId: id }} preload={false} className={classes.row} data-row={id}>
                {content}
              </Link>
            ) : (
              <div className={classes.row}>{content}</div>
            )}
            {acts && <span className={classes.acts}>{acts(each)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
