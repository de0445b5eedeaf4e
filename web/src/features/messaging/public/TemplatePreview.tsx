import '../texts/id/templates'

import { useQuery } from '@tanstack/react-query'

import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { Preview } from '../templates/Preview'
import { templateQuery, trialQuery, versionQuery } from '../templates/query'

interface Props {
  templateId: string
  versionId: string
}

/** What arrives at a customer by one version of a template, filled with sample data. */
export function TemplatePreview({ templateId, versionId }: Props) {
  const template = useQuery(templateQuery(templateId))
  const version = useQuery({ ...versionQuery(templateId, versionId), staleTime: 60_000 })
  const ready = template.data && version.data
  const trial = useQuery(trialQuery(ready && { content: version.data.content, purpose: template.data.purpose, language: version.data.version.language }))
  const failed = [template, version, trial].find((each) => each.isError && !each.data)
  if (failed) return <Problem error={failed.error} onRetry={() => void failed.refetch()} />
  if (!version.data) return <Bone height={320} />
  return <Preview content={version.data.content} trial={trial.data} />
}
