import '../texts/id/stewardship'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconPlus, IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { EndlessList } from '~/ui/Listing'
import { State } from '~/ui/states'
import { Countdown, StatusChip } from '../chips'
import { requestsOptions } from '../query'
import { ReceiveDialog } from '../ReceiveDialog'
import frame from '~/ui/List.module.css'

/** What one customer asked about the own data, with the way to write down the next request. */
export function RightsTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const list = useInfiniteQuery(requestsOptions({ customer_id: customerId, sort: '-received' }))
  const [making, setMaking] = useState(false)
  const rows = flatten(list.data)
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, justifyContent: 'space-between', alignItems: 'center', margin: '12px 0 4px' }}>
        <p className="muted">{t('stewardship.tabText')}</p>
        {may(me, 'rights_request', 'C') && (
          <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
            {t('stewardship.receive')}
          </Button>
        )}
      </div>
      <EndlessList list={list} body={null} empty={rows.length === 0 && <State icon={<IconShieldLock />} title={t('stewardship.emptyTab')} />}>
        {rows.map((row) => (
          <li key={row.request_id} className={frame.item} data-row={row.request_id}>
            <div className={frame.status}>
              <StatusChip status={row.status} />
            </div>
            <div>
              <Link to="/rights-requests/$requestId" params={{ requestId: row.request_id }} className={frame.name}>
                {row.kind_name}
              </Link>
              {row.details && <p>{row.details}</p>}
            </div>
            <div className={frame.acts}>
              <Countdown request={row} />
            </div>
          </li>
        ))}
      </EndlessList>
      {making && <ReceiveDialog customerId={customerId} onClose={() => setMaking(false)} />}
    </>
  )
}
