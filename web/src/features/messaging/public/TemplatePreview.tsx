import '../texts/id/templates'

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'

import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { Preview } from '../templates/Preview'
import { templateQuery, trialQuery, versionQuery } from '../templates/query'

const REST_MS = 300

interface Props {
  templateId: string
  versionId: string
  /** What stands for the tokens that come with a message; samples where nothing is said. */
  values?: Record<string, string>
}

/** What arrives at a customer by one version of a template, filled with sample data. */
export function TemplatePreview({ templateId, versionId, values = {} }: Props) {
  const template = useQuery(templateQuery(templateId))
  const version = useQuery({ ...versionQuery(templateId, versionId), staleTime: 60_000 })
  const ready = template.data && version.data
  const [rested] = useDebouncedValue(values, REST_MS)
  const said = Object.fromEntries(Object.entries(rested).filter(([, value]) => value.trim()))
  const trial = useQuery(trialQuery(ready && { content: version.data.content, purpose: template.data.purpose, language: version.data.version.language, values: said }))
  const failed = [template, version, trial].find((each) => each.isError && !each.data)
  if (failed) return <Problem error={failed.error} onRetry={() => void failed.refetch()} />
  if (!version.data) return <Bone height={320} />
  return <Preview content={version.data.content} trial={trial.data} />
}
