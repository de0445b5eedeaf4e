import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconArrowsHorizontal, IconMinus, IconPlus, IconSwitchHorizontal, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Problem } from '~/ui/states'
import type { GrantChange, PreviewItem } from '../types'
import classes from './Matrix.module.css'

interface Props {
  version: number
  changes: GrantChange[]
  busy: boolean
  onSave: (reason: string) => void
  /** Somebody else saved the table since it was loaded. */
  onStale: () => void
  onClose: () => void
}

const isStale = (error: unknown) => isApiError(error) && error.code === 'stale_version'

const LOOK = {
  GAINS: ['success', IconPlus],
  WIDENS: ['warning', IconArrowsHorizontal],
  NARROWS: ['info', IconArrowsHorizontal],
  LOSES: ['critical', IconMinus],
  SWITCHED: ['neutral', IconSwitchHorizontal],
} as const

/** Every change as a sentence with how many people it touches, and why it cannot be, before anything is saved. */
export function SaveDialog({ version, changes, busy, onSave, onStale, onClose }: Props) {
  const { t } = useTranslation()
  const preview = useQuery({
    queryKey: ['admin', 'grants', 'preview', version, changes],
    queryFn: () => unwrap(api.POST('/api/v1/grants/preview', { body: { version, changes } })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const found = preview.data
  return (
    <ReasonDialog title={t('admin.grantsReview')} text={t('admin.grantsReviewText')} action={t('admin.grantsSave', { count: changes.length })} busy={busy} blocked={!found?.can_save} size={680} onSubmit={onSave} onClose={onClose}>
      {preview.isPending && <Bone height={80} />}
      {preview.isError &&
        (isStale(preview.error) ? (
          <div role="alert">
            <p>{t('admin.grantsStale')}</p>
            <Button variant="default" mt={8} onClick={onStale}>
              {t('admin.grantsReload')}
            </Button>
          </div>
        ) : (
          <Problem error={preview.error} onRetry={() => void preview.refetch()} />
        ))}
      {found && (
        <>
          <p>
            <IconUsers size={14} aria-hidden style={{ verticalAlign: -2 }} /> {t('admin.usersTouched', { count: found.users_touched })}
          </p>
          <ul className={classes.changes} tabIndex={0} aria-label={t('admin.changes')}>
            {found.items.map((item) => (
              <Line key={`${item.role}${item.resource}${item.action}`} item={item} />
            ))}
          </ul>
          {found.warnings.map((warning) => (
            <Chip key={warning.code + warning.text} tone="warning" icon={<IconAlertTriangle />}>
              {warning.text}
            </Chip>
          ))}
        </>
      )}
    </ReasonDialog>
  )
}

function Line({ item }: { item: PreviewItem }) {
  const { t } = useTranslation()
  const [tone, Icon] = LOOK[item.kind]
  return (
    <li>
      <Chip tone={tone} icon={<Icon />}>
        {t(`admin.kinds.${item.kind}`)}
      </Chip>
      <span className={classes.sentence}>
        {item.sentence} <span className="muted num">{t('admin.people', { count: item.users })}</span>
        {item.refused && <span className={classes.refused}> {item.refused}</span>}
      </span>
    </li>
  )
}
