import '../texts/id/record'

import { ActionIcon, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { AlertStrip } from '~/features/advice/public/AlertStrip'
import { Bone } from '~/ui/Bone'
import { SidePanel } from '~/ui/SidePanel'
import { NotHere, Problem } from '~/ui/states'
import { Aside } from '../Aside'
import { HeaderChips } from '../Header'
import { Background, Identity, Products } from '../Identity'
import { customer360Query } from '~/features/customers/public/profile'
import { useAlertState } from '../useAlertState'
import classes from './Peek.module.css'

interface Props {
  customerId: string
  onClose: () => void
  onOpen: () => void
}

/** The record beside the list: who this is and what needs attention. Like the full page, opening it is audited. */
export function Peek({ customerId, onClose, onOpen }: Props) {
  const { t } = useTranslation()
  const query = useQuery(customer360Query(customerId))
  const setAlert = useAlertState(customerId)
  const data = query.data
  return (
    <SidePanel
      label={t('record.peek')}
      title={data?.customer.full_name ?? <Bone width={160} height={14} />}
      onClose={onClose}
      actions={
        <Tooltip label={`${t('record.openFull')} (Enter)`}>
          <ActionIcon aria-label={t('record.openFull')} onClick={onOpen}>
            <IconArrowsDiagonal size={16} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <div className={classes.body}>
        {query.isPending && <PeekSkeleton />}
        {query.isError && !data && (hasStatus(query.error, 404) ? <NotHere /> : <Problem error={query.error} onRetry={() => void query.refetch()} />)}
        {data && (
          <>
            <div className={classes.chips}>
              <HeaderChips data={data} />
            </div>
            <AlertStrip customerId={customerId} alerts={data.alerts} onChange={setAlert} />
            <Identity data={data} />
            <Aside data={data} />
            <Products products={data.products} />
            <Background customer={data.customer} />
          </>
        )}
      </div>
    </SidePanel>
  )
}

function PeekSkeleton() {
  return (
    <div aria-busy="true" style={{ display: 'grid', gap: 16, paddingTop: 16 }}>
      {[260, 420, 180, 320, 300, 340, 280].map((width) => (
        <Bone key={width} width={width} />
      ))}
    </div>
  )
}
