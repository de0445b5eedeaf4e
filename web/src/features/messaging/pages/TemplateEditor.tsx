import '../texts/id/templates'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { Editor } from '../templates/Editor'
import { emptyContent, type Language, templateQuery, versionQuery } from '../templates/query'

interface Props {
  templateId: string
  language: Language
  onSubmitted: () => void
}

/** Writing a template in one language: the draft, or what stands last as the beginning of the next one. */
export function TemplateEditor({ templateId, language, onSubmitted }: Props) {
  const { t } = useTranslation()
  const found = useQuery(templateQuery(templateId))
  const last = found.data?.versions.find((version) => version.language === language)
  const words = useQuery({ ...versionQuery(templateId, last?.id ?? ''), enabled: last !== undefined })
  const error = found.error ?? words.error
  if (error) return <Problem page error={error} onRetry={() => void (found.isError ? found.refetch() : words.refetch())} />
  const template = found.data
  if (!template || (last && !words.data))
    return (
      <Page title={t('templates.title')} width="full">
        <Bone height={320} />
      </Page>
    )
  const content = words.data?.content ?? emptyContent(template.channel)
  const draft = last?.status === 'DRAFT' || last?.status === 'SUBMITTED' ? last : undefined
  return <Editor key={language} template={template} language={language} last={last} draft={draft} content={content} onSubmitted={onSubmitted} />
}
