import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconGitCompare, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Problem, State } from '~/ui/states'
import { type Change, changesBetween, overlay } from '../model/changes'
import { type Definition, openDefinition, type Selection, wordOf } from '../model/definition'
import { sound } from '../model/sound'
import { diffQuery, versionQuery } from '../query'
import type { DiffLine, Published, Workflow } from '../server'
import { DiffList } from './DiffList'
import classes from './Versions.module.css'

const Canvas = lazy(() => import('../canvas/Canvas'))

interface Props {
  workflow: Workflow
  versions: readonly Published[]
  before: string
  after: string
  onChange: (sides: { before: string; after: string }) => void
}

/** The content of one side: the draft as it is saved, or a version, which never changes. */
function useContent(workflow: Workflow, side: string) {
  const number = Number(side)
  const query = useQuery({ ...versionQuery(workflow.key, number), enabled: Number.isInteger(number) && number > 0 })
  const content: Definition | undefined = side === 'draft' ? workflow.draft.content : side === 'shipped' ? (workflow.shipped?.content ?? workflow.published?.content) : query.data?.content
  return { content: useMemo(() => content && sound(content), [content]), error: query.error, retry: query.refetch }
}

/** Two versions on one drawing, what was added, changed and removed in colour, and every change as a sentence. */
export function Comparison({ workflow, versions, before, after, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const old = useContent(workflow, before)
  const next = useContent(workflow, after)
  const diff = useQuery({ ...diffQuery(workflow.key, before, after), staleTime: 0, enabled: before !== after })
  const [selection, setSelection] = useState<Selection>(null)
  const [reveal, setReveal] = useState(0)
  const [at, setAt] = useState<string | null>(null)

  const drawing = useMemo(() => {
    if (!old.content || !next.content) return null
    const doc = openDefinition(overlay(old.content, next.content))
    const { states, transitions } = changesBetween(old.content, next.content)
    const changes = new Map<string, Change>()
    for (const state of doc.states) if (states.has(state.key)) changes.set(state.id, states.get(state.key)!)
    for (const each of doc.transitions) if (transitions.has(each.key)) changes.set(each.id, transitions.get(each.key)!)
    return { doc, changes }
  }, [old.content, next.content])

  const go = (line: DiffLine) => {
    const [, collection, key] = line.path.split('/')
    const rows = collection === 'states' ? drawing?.doc.states : collection === 'transitions' ? drawing?.doc.transitions : undefined
    const row = rows?.find((each) => each.key === key)
    setAt(line.path)
    setSelection(row ? { kind: collection === 'states' ? 'state' : 'transition', id: row.id } : null)
    if (row) setReveal(reveal + 1)
  }
  const sides = [
    ...(workflow.draft.changed || before === 'draft' || after === 'draft' ? [{ value: 'draft', label: t('workflow.draft') }] : []),
    ...versions.map(({ number }) => ({ value: String(number), label: t('workflow.versionNumber', { number }) })),
    ...(workflow.shipped?.differs || before === 'shipped' || after === 'shipped' ? [{ value: 'shipped', label: t('workflow.shippedSide') }] : []),
  ]
  const failed = old.error ?? next.error
  if (sides.length < 2) {
    return (
      <section className={classes.side} aria-label={t('workflow.comparison')}>
        <State icon={<IconGitCompare />} title={t('workflow.compareNothing')}>
          <p>{t('workflow.compareNothingText')}</p>
        </State>
      </section>
    )
  }
  return (
    <section className={classes.side} aria-label={t('workflow.comparison')}>
      <div className={classes.compare}>
        <span className="muted">{t('workflow.compareFrom')}</span>
        <Select aria-label={t('workflow.compareBefore')} w={140} size="xs" data={sides} value={before} onChange={(side) => side && onChange({ before: side, after })} />
        <span className="muted">{t('workflow.compareTo')}</span>
        <Select aria-label={t('workflow.compareAfter')} w={140} size="xs" data={sides} value={after} onChange={(side) => side && onChange({ before, after: side })} />
        <span className={classes.legend}>
          <Chip tone="success" icon={<IconPlus />}>{t('workflow.marks.added')}</Chip>
          <Chip tone="warning" icon={<IconPencil />}>{t('workflow.marks.changed')}</Chip>
          <Chip tone="critical" icon={<IconMinus />}>{t('workflow.marks.removed')}</Chip>
        </span>
      </div>
      {before === after ? (
        <State icon={<IconGitCompare />} title={t('workflow.compareSame')}>
          <p>{t('workflow.compareSameText')}</p>
        </State>
      ) : (
        <>
          <div className={classes.canvas}>
            {failed && <Problem error={failed} onRetry={() => void (old.error ? old.retry() : next.retry())} />}
            {drawing && (
              <Suspense fallback={<Bone height={200} />}>
                <Canvas key={`${before} ${after}`} doc={drawing.doc} label={wordOf(drawing.doc.title, i18n.language)} selection={selection} changes={drawing.changes} reveal={reveal} onSelect={setSelection} />
              </Suspense>
            )}
          </div>
          <div className={classes.diff}>
            <h2 className={classes.diffTitle}>{t('workflow.changes')}</h2>
            {diff.isPending && <Bone width="60%" height={14} />}
            {diff.isError && <Problem error={diff.error} onRetry={() => void diff.refetch()} />}
            {diff.data && <DiffList lines={diff.data} at={at} onGo={go} />}
          </div>
        </>
      )}
    </section>
  )
}
