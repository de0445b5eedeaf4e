import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'

/** Agreed, withdrawn, or never asked, which is no. */
export function StatusChip({ status }: { status: 'GRANTED' | 'WITHDRAWN' | null }) {
  const { t } = useTranslation()
  if (status === null) return <Chip icon={<IconHelpCircle />}>{t('consent.status.NONE')}</Chip>
  return status === 'GRANTED' ? (
    <Chip tone="success" icon={<IconCircleCheck />}>
      {t('consent.status.GRANTED')}
    </Chip>
  ) : (
    <Chip tone="critical" icon={<IconCircleX />}>
      {t('consent.status.WITHDRAWN')}
    </Chip>
  )
}
