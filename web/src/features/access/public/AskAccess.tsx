import '../texts/id/access'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { AskDialog } from '../AskDialog'
import { accessOptionsQuery } from '../query'
import type { About } from './grant'

/** Asks for emergency access to the customer whom the page tells of. */
export function AskAccess({ about }: { about: About }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const options = useQuery(accessOptionsQuery).data
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<IconKey size={14} aria-hidden />} onClick={() => setAsking(true)}>
        {t('access.askTitle')}
      </Button>
      {asking && options && (
        <AskDialog
          options={options}
          about={about}
          onSent={(made) => {
            setAsking(false)
            void navigate({ to: '/break-glass/$requestId', params: { requestId: made.id } })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
