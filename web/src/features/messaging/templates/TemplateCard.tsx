import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { ProviderChip, VersionChip } from './chips'
import { Thumbnail } from './Preview'
import { type Template, trialQuery, versionQuery } from './query'
import classes from './templates.module.css'

/** A template in the library: what it is for, how far each language has come, and for an e-mail what it looks like. */
export function TemplateCard({ template }: { template: Template }) {
  const { t } = useTranslation()
  const first = template.latest[0]
  return (
    <li className={classes.card} data-row={template.id}>
      {template.channel === 'EMAIL' && first ? <Picture template={template} versionId={first.id} language={first.language} /> : <div className={classes.glyph} aria-hidden>{t(`templates.channels.${template.channel}`)}</div>}
      <div className={classes.cardWords}>
        <Link to="/message-templates/$templateId" params={{ templateId: template.id }} className={classes.cardName}>
          {template.name}
        </Link>
        <p className="muted">
          {t(`templates.channels.${template.channel}`)} · {t(`templates.purposes.${template.purpose}`)}
        </p>
        <div className={classes.chips}>
          {template.latest.length === 0 && <span className="muted">{t('templates.noWords')}</span>}
          {template.latest.map((version) => (
            <VersionChip key={version.id} version={version} named />
          ))}
          {template.latest.map((version) => (
            <ProviderChip key={version.id} version={version} />
          ))}
        </div>
      </div>
    </li>
  )
}

function Picture({ template, versionId, language }: { template: Template; versionId: string; language: 'id' | 'en' }) {
  const version = useQuery({ ...versionQuery(template.id, versionId), staleTime: 60_000 })
  const trial = useQuery(trialQuery(version.data && { content: version.data.content, purpose: template.purpose, language }))
  return <Thumbnail page={trial.data?.html} />
}
