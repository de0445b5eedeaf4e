import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import table from '~/ui/Table.module.css'
import { agentName, ContactChip, DepositChip, NextLine, StatusChip } from '../chips'
import { Countdown } from '../Countdown'
import type { Member } from '../model'
import { endOf } from '../window'
import classes from '../followup.module.css'

/** A member in the list: whose turn it is, until when, what was done, and who is next. */
export function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation()
  const { id, name } = member.customer
  return (
    <tr className={table.row}>
      <td className={table.wide}>
        <Link
          to="/followup/members/$customerId"
          params={{ customerId: id }}
          preload={false}
          className={`${table.name} ${table.link}`}
          data-row={id}
        >
          {name}
        </Link>
        <span className={table.sub}>{member.branch.name}</span>
      </td>
      <td className={table.wide} data-label={t('followup.fields.agent')}>
        {agentName(t, member.agent)}
      </td>
      <td>
        {member.status === 'ACTIVE' ? (
          <Countdown until={endOf(member)} />
        ) : (
          <StatusChip status={member.status} />
        )}
      </td>
      <td>
        <ContactChip at={member.followed_up_at} />
      </td>
      <td className={classes.wrap}>
        <DepositChip of={member} />
      </td>
      <td className={`${table.wide} ${classes.wrap}`} data-label={t('followup.fields.next')}>
        <NextLine of={member} />
      </td>
    </tr>
  )
}
