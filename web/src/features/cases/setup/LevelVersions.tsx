import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date, dateTime } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { SidePanel } from '~/ui/SidePanel'
import { Problem } from '~/ui/states'
import { Differences } from './Differences'
import { type LevelContent, type LevelDetail, levelVersionQuery } from './query'
import classes from './setup.module.css'

interface Props {
  level: LevelDetail
  /** What stands on the screen, to compare with. */
  content: LevelContent
  restoring: boolean
  onRestore: (number: number) => void
  onClose: () => void
}

/** Every version that was published; opened, what it changed, and the way back to it. */
export function LevelVersions({ level, content, restoring, onRestore, onClose }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<number | null>(null)
  return (
    <SidePanel label={t('levels.versions')} title={t('levels.versions')} onClose={onClose}>
      <div className={classes.panel}>
        {level.versions.length === 0 && <p className="muted">{t('levels.neverText')}</p>}
        <ol>
          {level.versions.map((version) => (
            <li key={version.number} className={classes.version}>
              <button type="button" aria-expanded={open === version.number} onClick={() => setOpen(open === version.number ? null : version.number)}>
                <span>
                  <strong>{t('levels.version', { number: version.number })}</strong>{' '}
                  {version.number === level.number && <Chip tone="success">{t('levels.inForce')}</Chip>}
                  {version.number === level.next?.number && <Chip tone="info">{t('levels.coming')}</Chip>}
                </span>
                <span className="muted">
                  {t('levels.since', { date: date(version.effective_from) })} · {dateTime(version.published_at)}
                  {version.published_by && `, ${version.published_by.full_name}`}
                </span>
                {version.note && <span>{version.note}</span>}
              </button>
              {open === version.number && (
                <Opened level={level} number={version.number} content={content} restoring={restoring} onRestore={level.can.update ? () => onRestore(version.number) : undefined} />
              )}
            </li>
          ))}
        </ol>
      </div>
    </SidePanel>
  )
}

interface OpenedProps {
  level: LevelDetail
  number: number
  content: LevelContent
  restoring: boolean
  onRestore: (() => void) | undefined
}

function Opened({ level, number, content, restoring, onRestore }: OpenedProps) {
  const { t } = useTranslation()
  const [against, setAgainst] = useState<'previous' | 'screen'>(number > 1 ? 'previous' : 'screen')
  const one = useQuery(levelVersionQuery(level.key, number))
  const previous = useQuery({ ...levelVersionQuery(level.key, number - 1), enabled: number > 1 })
  const failed = [one, previous].find((each) => each.isError)
  if (failed) return <Problem error={failed.error} onRetry={() => void failed.refetch()} />
  if (!one.data || (number > 1 && !previous.data)) return <Bone width="80%" />
  const its = one.data.content as unknown as LevelContent
  return (
    <div className={classes.opened}>
      {number > 1 && (
        <div role="group" aria-label={t('levels.compare')} className={classes.against}>
          {(['previous', 'screen'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={against === each} onClick={() => setAgainst(each)}>
              {t(`levels.against.${each}`)}
            </button>
          ))}
        </div>
      )}
      {against === 'previous' && previous.data ? (
        <Differences before={previous.data.content as unknown as LevelContent} after={its} />
      ) : (
        <Differences before={its} after={content} />
      )}
      {onRestore && (
        <Button variant="default" loading={restoring} onClick={onRestore}>
          {t('levels.restore')}
        </Button>
      )}
    </div>
  )
}
