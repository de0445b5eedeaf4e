import '../texts/id/workflow'

import { useQuery } from '@tanstack/react-query'

import { Problem } from '~/ui/states'
import { Editor } from '../editor/Editor'
import { EditorSkeleton } from '../editor/EditorSkeleton'
import { workflowQuery } from '../query'

interface Props {
  workflowKey: string
}

/** One workflow in the visual editor. */
export function WorkflowDesign({ workflowKey }: Props) {
  const query = useQuery(workflowQuery(workflowKey))
  if (query.data) return <Editor key={workflowKey} workflow={query.data} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return <EditorSkeleton />
}
