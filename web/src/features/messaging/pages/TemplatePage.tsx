import '../texts/id/templates'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPencil, IconTemplate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { ButtonLink } from '~/ui/ButtonLink'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { Comparison } from '../templates/Comparison'
import { Preview } from '../templates/Preview'
import { LANGUAGES, type TemplateDetail, templateQuery, trialQuery, type Version, versionQuery } from '../templates/query'
import classes from '../templates/templates.module.css'
import { useVersionActs } from '../templates/useVersionActs'
import { VersionList } from '../templates/VersionList'

interface Props {
  templateId: string
  chosen: string | undefined
  onChoose: (versionId: string) => void
}

/** One template: its versions, what each looks like, what it changed, and what can be done with it. */
export function TemplatePage({ templateId, ...props }: Props) {
  const found = useQuery(templateQuery(templateId))
  if (found.data) return <Record template={found.data} {...props} />
  if (found.isError) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  return (
    <Page title="">
      <Bone height={320} />
    </Page>
  )
}

function Record({ template, chosen, onChoose }: Omit<Props, 'templateId'> & { template: TemplateDetail }) {
  const { t } = useTranslation()
  const version = template.versions.find((each) => each.id === chosen) ?? template.versions.find((each) => each.status === 'SUBMITTED') ?? template.versions[0]
  return (
    <Page
      title={template.name}
      text={`${t(`templates.channels.${template.channel}`)} · ${t(`templates.purposes.${template.purpose}`)} · ${template.key}`}
      actions={
        template.can_edit &&
        LANGUAGES.map((language) => (
          <ButtonLink key={language} variant="default" leftSection={<IconPencil size={15} />} to="/message-templates/$templateId/edit/$language" params={{ templateId: template.id, language }}>
            {t('templates.write', { language: t(`templates.languages.${language}`) })}
          </ButtonLink>
        ))
      }
    >
      {version ? (
        <div className={classes.split}>
          <VersionList versions={template.versions} chosen={version.id} onChoose={(next) => onChoose(next.id)} />
          <Shown key={version.id} template={template} version={version} />
        </div>
      ) : (
        <State icon={<IconTemplate />} title={t('templates.noVersions')}>
          <p>{t(template.can_edit ? 'templates.noVersionsText' : 'templates.noVersionsRead')}</p>
        </State>
      )}
    </Page>
  )
}

const ACTS = ['approve', 'reject', 'retire'] as const

function Shown({ template, version }: { template: TemplateDetail; version: Version }) {
  const { t } = useTranslation()
  const found = useQuery(versionQuery(template.id, version.id))
  const trial = useQuery(trialQuery(found.data && { content: found.data.content, purpose: template.purpose, language: version.language }))
  const acts = useVersionActs(template.id)
  const before = template.versions.find((each) => each.language === version.language && each.number < version.number)
  if (found.isError) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  const offered = ACTS.filter((act) => version.can[act])
  return (
    <div className={classes.shown}>
      {offered.length > 0 && (
        <div className={classes.acts}>
          {offered.map((act) => (
            <Button key={act} variant={act === 'approve' ? 'filled' : 'default'} onClick={() => acts.ask(version, act)}>
              {t(`templates.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {version.status === 'SUBMITTED' && !version.can.approve && <p className="muted">{t('templates.waits')}</p>}
      <Section title={t('templates.preview')}>{found.data ? <Preview content={found.data.content} trial={trial.data} /> : <Bone height={320} />}</Section>
      {before && (
        <Section title={t('templates.comparedWith', { number: before.number })}>
          <Comparison templateId={template.id} before={before.id} after={version.id} />
        </Section>
      )}
      {acts.dialog}
    </div>
  )
}
