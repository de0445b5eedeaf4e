import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { ProviderChip, VersionChip } from './chips'
import type { Version } from './query'
import classes from './templates.module.css'

interface Props {
  versions: readonly Version[]
  chosen: string | undefined
  onChoose: (version: Version) => void
}

/** Who wrote, decided and ended a version, the latest of it. */
function useStory() {
  const { t } = useTranslation()
  return (version: Version): string => {
    const told = (key: 'edited' | 'submitted' | 'approved' | 'rejected' | 'retired', at: string, who: { full_name: string } | null) => t(`templates.story.${key}`, { at: dateTime(at), who: who?.full_name ?? '–' })
    if (version.retired_at) return told('retired', version.retired_at, version.retired_by)
    if (version.rejected_at) return told('rejected', version.rejected_at, version.rejected_by)
    if (version.approved_at) return told('approved', version.approved_at, version.approved_by)
    if (version.submitted_at) return told('submitted', version.submitted_at, version.submitted_by)
    return told('edited', version.edited_at, version.author)
  }
}

/** The versions of a template, newest first; the one that is open is marked. */
export function VersionList({ versions, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const story = useStory()
  return (
    <ul className={classes.versions} aria-label={t('templates.versions')}>
      {versions.map((version) => (
        <li key={version.id} className={classes.version} data-chosen={version.id === chosen || undefined}>
          <button type="button" className={classes.versionName} aria-pressed={version.id === chosen} onClick={() => onChoose(version)}>
            {t(`templates.languages.${version.language}`)} · {t('templates.number', { number: version.number })}
          </button>
          <div className={classes.chips}>
            <VersionChip version={version} />
            <ProviderChip version={version} />
          </div>
          <p className="muted">{story(version)}</p>
          {version.rejection_note && <p className={classes.note}>{version.rejection_note}</p>}
        </li>
      ))}
    </ul>
  )
}
