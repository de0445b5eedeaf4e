import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { nextWords } from '../chips'
import { Countdown } from '../Countdown'
import type { Member } from '../model'
import { membersOptions } from '../query'
import { byEnd, isKept } from '../window'
import classes from '../followup.module.css'

const SHOWN = 4

/** Who leaves me within a day, from when on, and to whom as it stands now: one line for each who gets some. */
export function LeavingSoon() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(membersOptions({ due: '24' }))
  const leaving = flatten(list.data).filter((each) => !each.next?.stays && !isKept(each))
  const groups = new Map<number, Member[]>()
  for (const each of byEnd(leaving)) {
    const number = each.next?.number ?? 0
    groups.set(number, [...(groups.get(number) ?? []), each])
  }
  return (
    <Section title={t('followup.leaving')}>
      {list.isError && !list.data ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Bone height={88} />
      ) : groups.size === 0 ? (
        <p className="muted">{t('followup.leavingNone')}</p>
      ) : (
        <>
          <ul className={classes.leaving}>
            {[...groups].map(([number, members]) => (
              <Group key={number} members={members} />
            ))}
          </ul>
          <p className={`${classes.small} muted`}>{t('followup.leavingText')}</p>
        </>
      )}
    </Section>
  )
}

function Group({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation()
  const [first] = members
  if (!first) return null
  const more = members.length - SHOWN
  return (
    <li>
      <span>
        <strong>{t('followup.leavingCount', { count: members.length })}</strong>{' '}
        {nextWords(t, first.next)}
      </span>
      <Countdown until={first.window_ends_at} />
      <span className={classes.names}>
        {members.slice(0, SHOWN).map((each) => (
          <Link
            key={each.customer.id}
            to="/followup/members/$customerId"
            params={{ customerId: each.customer.id }}
            preload={false}
          >
            {each.customer.name}
          </Link>
        ))}
        {more > 0 && <span className="muted">{t('followup.leavingMore', { count: more })}</span>}
      </span>
    </li>
  )
}
