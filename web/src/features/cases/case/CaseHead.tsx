import { Link, useRouterState } from '@tanstack/react-router'
import { IconEyeCheck, IconLock, IconRotateClockwise } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { CaseStatusChip, Priority } from '../chips'
import { Due } from '../Due'
import type { Act, Case, CaseStep } from '../model'
import { Actions } from './Actions'
import { Neighbours } from './Neighbours'
import classes from './case.module.css'

interface Props {
  one: Case
  busy: boolean
  onAct: (act: Act, approve?: boolean) => void
  onStep: (step: CaseStep) => void
}

/** Which case, how it stands, what is left of its time, and what may be done: in sight wherever the page is scrolled. */
export function CaseHead({ one, busy, onAct, onStep }: Props) {
  const { t } = useTranslation()
  const from = useRouterState({ select: (state) => state.location.state.queue })
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <p className={classes.which}>
          <Link to="/cases" search={from?.filters ?? {}} state={{ q: from?.words }} className={classes.back}>
            {t('cases.queueTitle')}
          </Link>
          <span aria-hidden>/</span>
          <Neighbours caseId={one.id} />
        </p>
        <h1 className="num">{one.case_no}</h1>
      </div>
      <div className={classes.state}>
        {one.customer && (
          <Link to="/customers/$customerId" params={{ customerId: one.customer.id }} preload={false} className={classes.about}>
            {one.customer.name}
          </Link>
        )}
        <CaseStatusChip status={one.status} name={one.state_name} />
        {one.priority && <Priority of={one.priority} />}
        <Due of={one} />
        {one.category?.sensitive && (
          <Chip tone="warning" icon={<IconLock />}>
            {t('cases.sensitive')}
          </Chip>
        )}
        {one.review && (
          <Chip tone={one.review === 'RETURNED' ? 'warning' : 'info'} icon={<IconEyeCheck />}>
            {t(`cases.reviewHead.${one.review}`)}
          </Chip>
        )}
        {Boolean(one.reopened) && (
          <Chip icon={<IconRotateClockwise />} outline>
            {t('cases.reopenedTimes', { count: one.reopened ?? 0 })}
          </Chip>
        )}
      </div>
      <Actions one={one} busy={busy} onAct={onAct} onStep={onStep} />
    </header>
  )
}
