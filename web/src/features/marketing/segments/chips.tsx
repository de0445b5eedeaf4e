import { IconFilter, IconListDetails } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import type { SegmentKind } from './query'

/** Whether a rule chooses the customers or a list names them. */
export function KindChip({ kind }: { kind: SegmentKind }) {
  const { t } = useTranslation()
  return <Chip icon={kind === 'RULE' ? <IconFilter /> : <IconListDetails />}>{t(`segments.kinds.${kind}`)}</Chip>
}
