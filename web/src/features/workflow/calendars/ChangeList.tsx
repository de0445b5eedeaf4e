import { IconEdit, IconMinus, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { diffQuery } from './query'
import classes from './ChangeList.module.css'

interface Props {
  calendarKey: string
  before: string
  after: string
  stamp: number
  /** As long as its changes, where the place itself scrolls. */
  tall?: boolean
}

const ICONS = { added: IconPlus, removed: IconMinus, changed: IconEdit }

/** What differs between two versions, a sentence each. */
export function ChangeList({ calendarKey, before, after, stamp, tall }: Props) {
  const { t } = useTranslation()
  const changes = useQuery(diffQuery(calendarKey, before, after, stamp))
  if (changes.isError) return <Problem error={changes.error} onRetry={() => void changes.refetch()} />
  if (!changes.data) {
    return (
      <div aria-hidden className={classes.list}>
        {[70, 85, 60].map((width) => (
          <div key={width} className={classes.row}>
            <Bone width={`${width}%`} />
          </div>
        ))}
      </div>
    )
  }
  if (changes.data.items.length === 0) return <p className="muted">{t('calendars.changesNone')}</p>
  return (
    <ul className={classes.list} data-tall={tall || undefined} tabIndex={tall ? undefined : 0} aria-label={t('calendars.changesTitle')}>
      {changes.data.items.map((change) => {
        const Icon = ICONS[change.kind]
        return (
          <li key={change.path} className={classes.row} data-kind={change.kind}>
            <Icon size={14} aria-hidden />
            <span>{change.sentence}</span>
          </li>
        )
      })}
    </ul>
  )
}
