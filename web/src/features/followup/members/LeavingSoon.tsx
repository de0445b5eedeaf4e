import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { NextLine } from '../chips'
import { Countdown } from '../Countdown'
import { membersOptions } from '../query'
import classes from '../followup.module.css'

const SHOWN = 8

/** Who leaves me within a day, when, why, and to whom as it stands now. */
export function LeavingSoon() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(membersOptions({ due: '24' }))
  const rows = flatten(list.data).filter((each) => !each.next?.stays)
  return (
    <Section title={t('followup.leaving')}>
      {list.isError && !list.data ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Bone height={88} />
      ) : rows.length === 0 ? (
        <p className="muted">{t('followup.leavingNone')}</p>
      ) : (
        <>
          <ul className={classes.leaving}>
            {rows.slice(0, SHOWN).map((each) => (
              <li key={each.customer.id}>
                <Link
                  to="/followup/members/$customerId"
                  params={{ customerId: each.customer.id }}
                  preload={false}
                >
                  {each.customer.name}
                </Link>
                <Countdown until={each.window_ends_at} />
                <NextLine of={each} />
              </li>
            ))}
          </ul>
          <p className={`${classes.small} muted`}>{t('followup.leavingText')}</p>
        </>
      )}
    </Section>
  )
}
