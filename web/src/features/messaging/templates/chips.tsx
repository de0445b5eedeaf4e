import { IconArchive, IconCheck, IconClock, IconPencil, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Chip, type Tone } from '~/ui/Chip'
import type { Version } from './query'

const LOOKS: Record<Version['status'], [Tone, ReactNode]> = {
  DRAFT: ['neutral', <IconPencil key="i" size={13} />],
  SUBMITTED: ['warning', <IconClock key="i" size={13} />],
  APPROVED: ['success', <IconCheck key="i" size={13} />],
  REJECTED: ['critical', <IconX key="i" size={13} />],
  RETIRED: ['neutral', <IconArchive key="i" size={13} />],
}

/** How far a version has come. */
export function VersionChip({ version, named }: { version: Version; named?: boolean }) {
  const { t } = useTranslation()
  const [tone, icon] = LOOKS[version.status]
  return (
    <Chip tone={tone} icon={icon}>
      {named && `${t(`templates.languages.${version.language}`)}: `}
      {t(version.in_force ? 'templates.inForce' : `templates.statuses.${version.status}`)}
    </Chip>
  )
}

/** What the provider says of a template that it keeps. */
export function ProviderChip({ version }: { version: Version }) {
  const { t } = useTranslation()
  if (!version.provider_status) return null
  const tone = version.provider_status === 'APPROVED' ? 'success' : version.provider_status === 'PENDING' ? 'warning' : 'critical'
  return (
    <Chip tone={tone} title={version.provider_reason ?? undefined}>
      {t(`templates.provider.${version.provider_status}`)}
    </Chip>
  )
}
