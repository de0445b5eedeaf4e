import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { contentOf, type Doc } from '../model/definition'
import { type Finding, type Problem, problemsOf } from '../model/places'
import { checkContent } from '../query'

const REST_MS = 400

export interface Checked {
  problems: readonly Problem[]
  checking: boolean
  /** The server did not answer: the list may be out of date. */
  failed: boolean
}

/** What the server says about the document, asked again whenever the hand rests. Places are found in the document that was checked. */
export function useProblems(key: string, doc: Doc, first: { doc: Doc; findings: readonly Finding[] }, enabled: boolean): Checked {
  const { i18n } = useTranslation()
  const language = i18n.language
  const [known, setKnown] = useState(() => ({ doc: first.doc, language, problems: problemsOf(first.doc, first.findings), failed: false }))
  const fresh = known.doc === doc && known.language === language

  useEffect(() => {
    if (fresh || !enabled) return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const { problems } = await checkContent(key, contentOf(doc), controller.signal)
        setKnown({ doc, language, problems: problemsOf(doc, problems), failed: false })
      } catch {
        if (!controller.signal.aborted) setKnown((before) => ({ ...before, doc, language, failed: true }))
      }
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key, doc, language, fresh, enabled])

  return { problems: known.problems, checking: !fresh && enabled, failed: known.failed }
}
