// scaffold: leave out (the whole file)
import '../texts/id/activities'

import { Button } from '@mantine/core'
import { IconPhonePlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'

const ActivityDialog = lazy(() =>
  import('./ActivityDialog').then((each) => ({ default: each.ActivityDialog })),
)

/** On a customer's page, for who may log activities: the button, its key and the dialog. */
export function LogActivity({ customerId, name }: { customerId: string; name: string }) {
  const { t } = useTranslation()
  const logs = may(useMe(), 'activity', 'C')
  const [open, setOpen] = useState(false)
  useCommands([
    {
      id: 'record.activity',
      group: 'record',
      label: `${t('activities.log')}: ${name}`,
      keys: 'l',
      hidden: !logs,
      run: () => setOpen(true),
    },
  ])
  if (!logs) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPhonePlus size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('activities.log')}
      </Button>
      {open && (
        <Suspense>
          <ActivityDialog customerId={customerId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
