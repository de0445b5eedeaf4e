import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconExclamationMark, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../../editor/context'
import type { RuleNode } from '../../model/definition'
import { asGroup, comparisonOn, type GroupView, nodeOf, viewOf } from '../../model/rules'
import { FieldProblems } from '../FieldProblems'
import { ComparisonRow } from './ComparisonRow'
import classes from './Rules.module.css'

const DEEPEST = 4

interface Props {
  rule: RuleNode
  onChange: (rule: RuleNode) => void
}

/** Conditions over the fields of the subject, in groups of which all or any must hold. */
export function RuleBuilder({ rule, onChange }: Props) {
  return <Node node={asGroup(rule)} path="guard/rule" depth={1} onChange={onChange} />
}

interface NodeProps {
  node: RuleNode
  path: string
  depth: number
  onChange: (node: RuleNode) => void
  onRemove?: () => void
}

function Node({ node, path, depth, onChange, onRemove }: NodeProps) {
  const view = viewOf(node, path)
  const set = (change: Partial<typeof view>) => onChange(nodeOf({ ...view, ...change }))
  const turn = () => set({ negated: !view.negated })
  if (view.inner.kind === 'comparison') {
    const comparison = view.inner
    return <ComparisonRow comparison={comparison} path={view.path} negated={view.negated} onTurn={turn} onChange={(inner) => set({ inner: { kind: 'comparison', ...inner } })} onRemove={onRemove} />
  }
  return <GroupBox group={view.inner} path={view.path} depth={depth} negated={view.negated} onTurn={turn} onChange={(inner) => set({ inner })} onRemove={onRemove} />
}

interface GroupProps {
  group: GroupView
  path: string
  depth: number
  negated: boolean
  onTurn: () => void
  onChange: (group: GroupView) => void
  onRemove?: (() => void) | undefined
}

function GroupBox({ group, path, depth, negated, onTurn, onChange, onRemove }: GroupProps) {
  const { t } = useTranslation()
  const { vocabulary } = useEditor()
  const set = (parts: RuleNode[]) => onChange({ ...group, parts })
  const fresh = comparisonOn(vocabulary.fields[0])
  return (
    <div className={classes.group} role="group" aria-label={t(group.every ? 'workflow.ruleAll' : 'workflow.ruleAny')}>
      <div className={classes.head}>
        <SegmentedControl
          className={classes.switch}
          size="xs"
          fullWidth
          aria-label={t('workflow.ruleHow')}
          data={[
            { value: 'all', label: t('workflow.ruleAll') },
            { value: 'any', label: t('workflow.ruleAny') },
          ]}
          value={group.every ? 'all' : 'any'}
          onChange={(value) => onChange({ ...group, every: value === 'all' })}
        />
        <Turn negated={negated} onTurn={onTurn} />
        {onRemove && <Remove label={t('workflow.ruleRemoveGroup')} onRemove={onRemove} />}
      </div>
      {group.parts.map((part, index) => (
        <Node
          key={index}
          node={part}
          path={`${path}/${index}`}
          depth={depth + 1}
          onChange={(next) => set(group.parts.map((each, at) => (at === index ? next : each)))}
          onRemove={() => set(group.parts.filter((_, at) => at !== index))}
        />
      ))}
      <FieldProblems field={path} exact />
      <div className={classes.adds}>
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => set([...group.parts, fresh])}>
          {t('workflow.ruleAdd')}
        </Button>
        {depth < DEEPEST && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => set([...group.parts, { [group.every ? 'any' : 'all']: [fresh] } as RuleNode])}>
            {t('workflow.ruleAddGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Turns a condition around: it must not hold. */
export function Turn({ negated, onTurn }: { negated: boolean; onTurn: () => void }) {
  const { t } = useTranslation()
  return (
    <Tooltip label={t('workflow.ruleNot')}>
      <ActionIcon aria-label={t('workflow.ruleNot')} aria-pressed={negated} variant={negated ? 'filled' : 'subtle'} color={negated ? 'teal' : 'gray'} onClick={onTurn}>
        <IconExclamationMark size={15} />
      </ActionIcon>
    </Tooltip>
  )
}

export function Remove({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </Tooltip>
  )
}
