import { IconArrowBigUpLines, IconCheck, IconChevronDown, IconChevronsUp, IconChevronUp, IconCircle, IconCircleDot, IconEqual, IconLock, IconLockCheck, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip, type Tone } from '~/ui/Chip'
import type { CasePriority, CaseRow, CaseStatus } from './model'
import classes from './cases.module.css'

const STATUS: Record<CaseStatus, [Tone, typeof IconCheck]> = {
  NEW: ['neutral', IconCircle],
  IN_PROGRESS: ['accent', IconCircleDot],
  WAITING_INFO: ['info', IconPlayerPause],
  ESCALATED: ['warning', IconArrowBigUpLines],
  RESOLVED: ['success', IconCheck],
  CLOSED: ['neutral', IconLockCheck],
}

/** What a case is; a state of the organisation's own by its name, with the colour of what it counts as. */
export function CaseStatusChip({ status, name }: { status: CaseStatus; name?: string | null }) {
  const { t } = useTranslation()
  const [tone, Icon] = STATUS[status]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {name ?? t(`cases.statuses.${status}`)}
    </Chip>
  )
}

const PRIORITY = { LOW: IconChevronDown, MEDIUM: IconEqual, HIGH: IconChevronUp, CRITICAL: IconChevronsUp }

/** Icon and word; only what presses has a colour. */
export function Priority({ of }: { of: CasePriority }) {
  const { t } = useTranslation()
  const Icon = PRIORITY[of]
  return (
    <span className={classes.priority} data-priority={of}>
      <Icon size={14} stroke={2.25} aria-hidden />
      {t(`cases.priorities.${of}`)}
    </span>
  )
}

export function CategoryName({ category }: { category: CaseRow['category'] }) {
  const { t } = useTranslation()
  if (!category) return null
  return (
    <span className={classes.category} title={category.name}>
      {category.sensitive && <IconLock size={13} aria-label={t('cases.sensitive')} />}
      <span>{category.name}</span>
    </span>
  )
}
