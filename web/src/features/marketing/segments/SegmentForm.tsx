import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { intentKey } from '~/api/client'
import { fieldProblems, hasStatus } from '~/api/problem'
import { useCommands } from '~/lib/commands'
import { useMade } from '~/lib/useMade'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { asGroup, isComplete, type RuleNode } from '~/ui/rules/rules'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { PreviewPanel } from './PreviewPanel'
import { changeSegment, createSegment, KINDS, noteSegment, previewQuery, type Refresh, REFRESHES, renewSegments, ruleOf, type Segment, type SegmentKind } from './query'
import { placesWithoutValue, RuleEditor, ruleFaults } from './RuleEditor'
import classes from '../marketing.module.css'

interface Props {
  /** The segment that is changed; a new one without it. */
  segment?: Segment
  onMade?: (segmentId: string) => void
}

const LEAST = 3
const REST_MS = 450
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What a segment is called and whom it chooses, with the count beside it as the rule is built. */
export function SegmentForm({ segment, onMade }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const key = useRef(intentKey())
  const opened = { name: segment?.name ?? '', description: segment?.description ?? '', refresh: segment?.refresh ?? ('NONE' as Refresh), rule: ruleOf(segment?.rule_json ?? null) }
  const [base, setBase] = useState(opened)
  const [kind, setKind] = useState<SegmentKind>(segment?.kind ?? 'RULE')
  const [typed, setTyped] = useState(opened)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const set = (part: Partial<typeof typed>) => {
    setTyped((now) => ({ ...now, ...part }))
    // What was said about a field goes once the field is changed.
    setRefused((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !(name in part) && !('rule' in part && /^(rule_json|\/)/.test(name)))))
  }
  const ruled = kind === 'RULE'
  const [rested] = useDebouncedValue(typed.rule, REST_MS)
  const counted = ruled && rested !== null && isComplete(rested) ? { rule: asGroup(rested) } : !ruled && segment ? { segmentId: segment.segment_id } : null
  // The same count as in the panel: what it refuses in the rule is marked before anything is saved.
  const trial = useQuery(previewQuery(counted, null))
  const tried = hasStatus(trial.error, 422) ? fieldProblems(trial.error) : {}
  const save = useVersionedSave<Segment>({
    send: (version) => {
      const content = { ...typed, rule: ruled ? typed.rule : null }
      return segment ? changeSegment(segment.segment_id, version ?? segment.version, content) : createSegment(kind, content, key.current)
    },
    onRefused: setRefused,
    answers: { segment_name_taken: { name: t('segments.nameTaken') } },
    onStale: () => segment && renewSegments(client, segment.segment_id),
    onSaved: (saved) => {
      noteSegment(client, saved)
      setBase(typed)
      toastDone(t(segment ? 'segments.saved' : 'segments.made', { name: saved.name }))
    },
    onSettled: () => (key.current = intentKey()),
    compared: () => [
      { key: 'name', name: t('segments.fields.name'), opened: base.name, mine: typed.name.trim(), now: (current) => current.name },
      { key: 'description', name: t('segments.fields.description'), opened: base.description, mine: typed.description.trim(), now: (current) => current.description },
      { key: 'refresh', name: t('segments.fields.refresh'), opened: base.refresh, mine: typed.refresh, now: (current) => current.refresh, words: (value: Refresh) => t(`segments.refreshes.${value}`) },
      { key: 'rule', name: t('segments.fields.rule'), opened: base.rule, mine: typed.rule, now: (current) => current.rule_json, words: (value: unknown) => JSON.stringify(value) },
    ],
  })
  useMade(segment ? undefined : save.saved, (made) => onMade?.(made.segment_id))
  const dirty = !same(typed, base)
  const submit = () => {
    const wrong: Record<string, string> = {}
    if (typed.name.trim().length < LEAST) wrong.name = t('common.atLeast', { count: LEAST })
    if (ruled) for (const place of placesWithoutValue(typed.rule && asGroup(typed.rule))) wrong[place] = t('segments.ruleIncomplete')
    setRefused(wrong)
    if (Object.keys(wrong).length === 0) save.run(segment?.version)
  }
  useCommands([{ id: 'segments.save', group: 'record', label: t('common.save'), keys: 'mod+s', run: () => dirty && submit() }])
  return (
    <div className={classes.split}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextInput label={t('segments.fields.name')} maxLength={100} value={typed.name} error={refused.name} autoFocus={!segment} onChange={(event) => set({ name: event.currentTarget.value })} />
        <Textarea label={t('segments.fields.description')} autosize minRows={1} maxRows={6} maxLength={1000} value={typed.description} error={refused.description} onChange={(event) => set({ description: event.currentTarget.value })} />
        {!segment && (
          <div>
            <p className={classes.label}>{t('segments.fields.kind')}</p>
            <SegmentedControl aria-label={t('segments.fields.kind')} data={KINDS.map((value) => ({ value, label: t(`segments.kinds.${value}`) }))} value={kind} onChange={(value) => setKind(value as SegmentKind)} />
            <p className="muted">{t(`segments.kindText.${kind}`)}</p>
          </div>
        )}
        {ruled && (
          <>
            <div>
              <p className={classes.label}>{t('segments.fields.rule')}</p>
              <RuleEditor rule={typed.rule} faults={ruleFaults({ ...tried, ...refused })} onChange={(rule: RuleNode) => set({ rule })} />
            </div>
            <Select
              label={t('segments.fields.refresh')}
              description={t('segments.refreshText')}
              allowDeselect={false}
              data={REFRESHES.map((value) => ({ value, label: t(`segments.refreshes.${value}`) }))}
              value={typed.refresh}
              error={refused.refresh}
              onChange={(value) => set({ refresh: value as Refresh })}
            />
          </>
        )}
        <div className={classes.formActs}>
          <Button type="submit" loading={save.busy} disabled={!dirty && segment !== undefined}>
            {t(segment ? 'segments.saveVersion' : 'segments.make')}
          </Button>
          {dirty && <span className="muted">{t('common.unsaved')}</span>}
        </div>
      </form>
      <PreviewPanel audience={counted} waits={t(ruled ? 'segments.previewWaits' : 'segments.previewList')} />
      <LeaveGuard dirty={dirty && !save.busy && !(save.done && !segment)} />
      {save.dialog}
    </div>
  )
}
