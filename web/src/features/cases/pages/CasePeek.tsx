import '../texts/id/cases'

import { ActionIcon, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { SidePanel } from '~/ui/SidePanel'
import { NotHere, Problem } from '~/ui/states'
import { CaseStatusChip, Priority } from '../chips'
import { Complaint, Details } from '../case/Complaint'
import { SlaCard } from '../case/SlaCard'
import { Stream } from '../case/Stream'
import { Due } from '../Due'
import { caseQuery } from '../query'
import classes from '../case/case.module.css'

interface Props {
  caseId: string
  onClose: () => void
  onOpen: () => void
}

/** The case beside the list: what it says, how it stands, what was done last. Like the full page, opening it is audited. */
export function CasePeek({ caseId, onClose, onOpen }: Props) {
  const { t } = useTranslation()
  const query = useQuery(caseQuery(caseId))
  const one = query.data
  return (
    <SidePanel
      label={t('cases.peek')}
      title={one ? <span className="num">{one.case_no}</span> : <Bone width={180} height={14} />}
      onClose={onClose}
      actions={
        <Tooltip label={`${t('cases.openFull')} (O)`}>
          <ActionIcon aria-label={t('cases.openFull')} onClick={onOpen}>
            <IconArrowsDiagonal size={16} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <div className={classes.peek} aria-busy={query.isPending || undefined}>
        {query.isPending && [260, 420, 180, 320, 300, 340].map((width) => <Bone key={width} width={width} />)}
        {query.isError && !one && (hasStatus(query.error, 404) ? <NotHere /> : <Problem error={query.error} onRetry={() => void query.refetch()} />)}
        {one && (
          <>
            <div className={classes.state}>
              <CaseStatusChip status={one.status} name={one.state_name} />
              {one.priority && <Priority of={one.priority} />}
              <Due of={one} />
            </div>
            {one.customer && <p className={classes.strong}>{one.customer.name}</p>}
            <Complaint one={one} />
            {!one.hidden && (
              <>
                <SlaCard caseId={one.id} />
                <Details one={one} />
                <Stream caseId={one.id} />
              </>
            )}
          </>
        )}
      </div>
    </SidePanel>
  )
}
