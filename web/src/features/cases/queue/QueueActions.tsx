import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconDots, IconDownload, IconInbox, IconLayoutKanban, IconPlus, IconReportAnalytics } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { may } from '~/lib/permissions'
import { toastDone, toastProblem } from '~/ui/toast'
import type { Case } from '../model'
import { noteCase } from '../query'
import classes from './queue.module.css'

interface Props {
  /** Left out where nothing is exported. */
  onExport: (() => void) | undefined
  /** The list is there. */
  ready: boolean
  onClaimed: (one: Case) => void
}

/** What is done from the queue as a whole, and the pages beside it. */
export function QueueActions({ onExport, ready, onClaimed }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const creates = may(me, 'case', 'C')
  const claim = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/cases/claim-next', {})),
    onSuccess: (one) => {
      noteCase(client, one)
      toastDone(t('cases.done.claim', { number: one.case_no }))
      onClaimed(one)
    },
    onError: toastProblem,
  })
  const beside = [
    { to: '/cases/intake', label: t('cases.incoming.title'), icon: IconInbox, shown: creates },
    { to: '/cases/board', label: t('cases.boardTitle'), icon: IconLayoutKanban, shown: may(me, 'case', 'A') },
    { to: '/cases/report', label: t('complaintReport.title'), icon: IconReportAnalytics, shown: may(me, 'case', 'A') },
  ].filter((each) => each.shown) as { to: '/cases/intake'; label: string; icon: typeof IconInbox }[]
  return (
    <>
      {beside.map(({ to, label, icon: Icon }) => (
        <Button key={to} className={classes.beside} variant="default" leftSection={<Icon size={15} />} component={Link} to={to}>
          {label}
        </Button>
      ))}
      {(beside.length > 0 || onExport) && (
        <Menu withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon className={classes.rest} size={30} variant="default" aria-label={t('common.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {beside.map(({ to, label, icon: Icon }) => (
              <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={15} />}>
                {label}
              </Menu.Item>
            ))}
            {onExport && (
              <Menu.Item leftSection={<IconDownload size={15} />} disabled={!ready} onClick={onExport}>
                {t('cases.export.open')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {onExport && (
        <Button className={classes.beside} variant="default" leftSection={<IconDownload size={15} />} disabled={!ready} onClick={onExport}>
          {t('cases.export.open')}
        </Button>
      )}
      {may(me, 'case', 'U') && (
        <Button variant="default" loading={claim.isPending} onClick={() => claim.mutate()}>
          {t('cases.claimNext')}
        </Button>
      )}
      {creates && (
        <Button leftSection={<IconPlus size={15} />} component={Link} to="/cases/new">
          {t('cases.create')}
        </Button>
      )}
    </>
  )
}
