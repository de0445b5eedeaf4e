import '../texts/id/followup'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconPencilPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { ListBones } from '~/ui/ListBones'
import { Facts } from '~/ui/Facts'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Ago, On } from '~/ui/Time'
import { agentName, ContactChip, DepositChip, NextLine, StatusChip } from '../chips'
import { Countdown } from '../Countdown'
import { CallButtons } from '../members/CallButtons'
import { Contacts, Deposits } from '../members/History'
import { LogDialog } from '../members/LogDialog'
import { Path } from '../members/Path'
import type { MemberDetail } from '../model'
import { memberOptions } from '../query'
import { endOf, isKept } from '../window'
import classes from '../followup.module.css'

/** One member: whose turn it is, the way from agent to agent and why, and what was done. */
export function MemberPage({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const found = useQuery(memberOptions(customerId))
  const [logging, setLogging] = useState(false)
  if (found.isPending)
    return (
      <Page title={t('followup.member')} width="wide">
        <ListBones />
      </Page>
    )
  if (!found.data)
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const member = found.data
  const { id, name, reached } = member.customer
  return (
    <Page
      title={name}
      text={<Link to="/followup">← {t('followup.title')}</Link>}
      actions={
        <>
          <CallButtons member={member} />
          {member.can.log && (
            <Button
              leftSection={<IconPencilPlus size={16} aria-hidden />}
              onClick={() => setLogging(true)}
            >
              {t('followup.logFull')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.head}>
        <StatusChip status={member.status} />
        {member.status === 'ACTIVE' && <Countdown until={endOf(member)} />}
        {member.status !== 'LEFT' && <ContactChip at={member.followed_up_at} />}
        {member.status !== 'LEFT' && <DepositChip of={member} />}
      </div>
      <div className={classes.record}>
        <Section
          title={t('followup.member')}
          aside={
            reached && (
              <Link to="/customers/$customerId" params={{ customerId: id }} preload={false}>
                {t('followup.openCustomer')}
              </Link>
            )
          }
        >
          <MemberFacts member={member} />
        </Section>
        <Section title={t('followup.path')}>
          <Path steps={member.path} now={member.status} />
        </Section>
        <Section title={t('followup.followups')}>
          <Contacts contacts={member.followups} />
        </Section>
        <Section title={t('followup.deposits')}>
          <Deposits deposits={member.deposits} />
        </Section>
      </div>
      {logging && <LogDialog member={member} onClose={() => setLogging(false)} />}
    </Page>
  )
}

function MemberFacts({ member }: { member: MemberDetail }) {
  const { t } = useTranslation()
  const { phone_masked: phone } = member.customer
  const facts: [string, ReactNode][] = [
    [t('followup.fields.agent'), agentName(t, member.agent)],
    [
      t('followup.window'),
      t('followup.span', {
        from: dateTime(member.window_started_at),
        to: dateTime(member.window_ends_at),
      }),
    ],
  ]
  if (isKept(member)) facts.push([t('followup.fields.status'), t('followup.windowReasons.DEPOSIT')])
  else if (member.window_reason)
    facts.push([t('followup.fields.status'), t(`followup.windowReasons.${member.window_reason}`)])
  if (member.status === 'ACTIVE' || member.status === 'PENDING')
    facts.push([t('followup.fields.next'), <NextLine key="next" of={member} />])
  facts.push(
    [
      t('followup.lastContact'),
      member.last_contact_at ? <Ago key="at" at={member.last_contact_at} /> : t('followup.never'),
    ],
    [t('followup.fields.branch'), member.branch.name],
    [t('followup.fields.source'), t(`followup.sources.${member.source}`)],
    [t('followup.fields.entered'), <On key="on" at={member.entered_at} />],
  )
  if (phone)
    facts.push([
      t('followup.fields.phone'),
      <span key="phone" className="num">
        {phone}
      </span>,
    ])
  if (member.left_at)
    facts.push([
      t('followup.fields.left'),
      <span key="left">
        <On at={member.left_at} />
        {member.left_reason && <> ({t(`followup.leftReasons.${member.left_reason}`)})</>}
      </span>,
    ])
  return <Facts facts={facts} />
}
