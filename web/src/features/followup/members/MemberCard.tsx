import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconPencilPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Ago } from '~/ui/Time'
import { ContactChip, DepositChip, NextLine, StatusChip } from '../chips'
import { Countdown } from '../Countdown'
import type { Member } from '../model'
import { endOf } from '../window'
import { CallButtons } from './CallButtons'
import classes from '../followup.module.css'

interface Props {
  member: Member
  onLog: (member: Member) => void
}

/** A member for the thumb: the time left, what was done, and the next step within reach. */
export function MemberCard({ member, onLog }: Props) {
  const { t } = useTranslation()
  const { id, name, phone_masked: phone } = member.customer
  return (
    <article className={classes.card} aria-label={name} data-member={id}>
      <header className={classes.cardHead}>
        <Link
          to="/followup/members/$customerId"
          params={{ customerId: id }}
          preload={false}
          className={classes.name}
          data-row={id}
        >
          {name}
        </Link>
        <Countdown until={endOf(member)} />
      </header>
      <p className={classes.facts}>
        {member.branch.name}
        {phone && <span className="num">{phone}</span>}
        <span>
          {t('followup.lastContact')}:{' '}
          {member.last_contact_at ? <Ago at={member.last_contact_at} short /> : t('followup.never')}
        </span>
      </p>
      <p className={classes.chips}>
        {member.status !== 'ACTIVE' && <StatusChip status={member.status} />}
        <ContactChip at={member.followed_up_at} />
        <DepositChip of={member} />
      </p>
      <p className={classes.goes}>
        <span className="muted">{t('followup.next')}:</span> <NextLine of={member} />
      </p>
      <div className={classes.thumb}>
        <CallButtons member={member} />
        {member.can.log && (
          <Button
            leftSection={<IconPencilPlus size={16} aria-hidden />}
            aria-label={t('followup.logOf', { name })}
            onClick={() => onLog(member)}
          >
            {t('followup.log')}
          </Button>
        )}
      </div>
    </article>
  )
}

/** A card that is still being fetched. */
export function CardBones() {
  return (
    <div className={classes.cards} aria-hidden>
      {[180, 140, 200].map((width) => (
        <div key={width} className={classes.card}>
          <div className={classes.cardHead}>
            <Bone width={width} height={18} />
            <Bone width={104} height={18} />
          </div>
          <Bone width={220} />
          <Bone width={260} height={20} />
          <Bone height={44} />
        </div>
      ))}
    </div>
  )
}
