import { useInfiniteQuery } from '@tanstack/react-query'
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { ButtonLink } from '~/ui/ButtonLink'
import { Endless } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { LeavingSoon } from '../members/LeavingSoon'
import { LogDialog } from '../members/LogDialog'
import { CardBones, MemberCard } from '../members/MemberCard'
import type { Member } from '../model'
import { membersOptions } from '../query'
import { byEnd } from '../window'
import classes from '../followup.module.css'

/** My members as cards, the nearest end first, and who leaves me within a day. */
export function MyMembers() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(membersOptions({}))
  const [logging, setLogging] = useState<Member | null>(null)
  const { ref } = useRowKeys<HTMLUListElement>({})
  const rows = byEnd(flatten(list.data))
  if (list.isError && !list.data && hasStatus(list.error, 403))
    return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Page
      title={t('followup.mine')}
      text={t('followup.mineText')}
      actions={
        <ButtonLink to="/followup/agents" variant="default">
          {t('followup.agents')}
        </ButtonLink>
      }
    >
      {(list.isPending || rows.length > 0) && <LeavingSoon />}
      <Section title={t('followup.members')}>
        <Endless
          list={list}
          bones={<CardBones />}
          empty={
            rows.length === 0 && (
              <State icon={<IconUsersGroup />} title={t('followup.emptyMine')}>
                <p>{t('followup.emptyMineText')}</p>
              </State>
            )
          }
        >
          <ul
            ref={ref}
            className={classes.cards}
            aria-label={t('followup.members')}
            aria-busy={list.isPending || undefined}
          >
            {rows.map((member) => (
              <li key={member.customer.id}>
                <MemberCard member={member} onLog={setLogging} />
              </li>
            ))}
          </ul>
        </Endless>
      </Section>
      {logging && <LogDialog member={logging} onClose={() => setLogging(null)} />}
    </Page>
  )
}
