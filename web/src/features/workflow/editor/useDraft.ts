import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { toastDone, toastProblem } from '~/ui/toast'
import { equal } from '../model/changes'
import { contentOf, type Definition, type Doc, openDefinition } from '../model/definition'
import { sound } from '../model/sound'
import { discardDraft, keys, saveDraft, workflowQuery } from '../query'
import type { Draft, Workflow } from '../server'
import type { Editing } from './useHistory'

export interface Conflict {
  base: Definition
  mine: Doc
  theirs: Draft
}

/** Saving against the version that was opened; when somebody else was faster, both are shown before anything is overwritten. */
export function useDraft(workflow: Workflow, editing: Editing, announce: (text: string) => void) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [version, setVersion] = useState(workflow.draft.version)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  // What the server tells anew is taken over while nothing is being edited here; otherwise saving will compare.
  const { draft } = workflow
  useEffect(() => {
    if (editing.doc() !== editing.saved) return
    setVersion(draft.version)
    if (!equal(contentOf(editing.saved), sound(draft.content))) editing.restart(openDefinition(sound(draft.content)))
  }, [draft])

  const put = (draft: Draft) => client.setQueryData<Workflow>(keys.one(workflow.key), (before) => before && { ...before, draft })
  const refresh = () => void client.invalidateQueries({ queryKey: keys.all })

  const save = useMutation({
    mutationFn: ({ doc, against }: { doc: Doc; against: number }) => saveDraft(workflow.key, contentOf(doc), against),
    onSuccess: (draft, { doc }) => {
      setConflict(null)
      setVersion(draft.version)
      editing.markSaved(doc)
      put(draft)
      refresh()
      announce(t('workflow.saved'))
    },
    onError: async (error, { doc }) => {
      if (!hasStatus(error, 409)) return toastProblem(error)
      try {
        const { draft } = await client.fetchQuery({ ...workflowQuery(workflow.key), staleTime: 0 })
        setConflict({ base: contentOf(editing.saved), mine: doc, theirs: draft })
      } catch (again) {
        toastProblem(again)
      }
    },
  })
  const discard = useMutation({
    mutationFn: () => discardDraft(workflow.key, version),
    onSuccess: (draft) => {
      const before = editing.doc()
      const doc = openDefinition(sound(draft.content))
      setVersion(draft.version)
      // A step like any other: what was thrown away can be brought back by Undo and saved again.
      editing.commit({ doc, label: t('workflow.discarded'), selection: null })
      editing.markSaved(doc)
      put(draft)
      refresh()
      toastDone(t('workflow.discarded'), () => editing.commit({ doc: before, label: t('common.undo'), selection: null }))
    },
    onError: toastProblem,
  })

  return {
    version,
    saving: save.isPending,
    conflict,
    closeConflict: () => setConflict(null),
    save: async () => {
      await save.mutateAsync({ doc: editing.doc(), against: version }).catch(() => undefined)
    },
    keepMine: () => conflict && save.mutate({ doc: editing.doc(), against: conflict.theirs.version }),
    takeTheirs: () => {
      if (!conflict) return
      const doc = openDefinition(sound(conflict.theirs.content))
      setVersion(conflict.theirs.version)
      editing.commit({ doc, label: t('workflow.conflictTaken'), selection: null })
      editing.markSaved(doc)
      put(conflict.theirs)
      setConflict(null)
    },
    discard: () => discard.mutate(),
    discarding: discard.isPending,
  }
}
