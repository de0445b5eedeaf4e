import './texts/id/rules'

import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconExclamationMark, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { ComparisonRow } from './ComparisonRow'
import { RuleContext, type RuleProblems, useRuleSetting } from './context'
import { asGroup, comparisonOn, type Field, type GroupView, nodeOf, type RuleNode, viewOf } from './rules'
import classes from './Rules.module.css'

const DEEPEST = 4

interface Props {
  rule: RuleNode
  /** What a condition may compare. */
  fields: readonly Field[]
  /** Where the rule stands in what is checked; problems are named by paths below it. */
  path: string
  Problems: RuleProblems
  onChange: (rule: RuleNode) => void
}

/** Conditions over the fields of the subject, in groups of which all or any must hold. */
export function RuleBuilder({ rule, fields, path, Problems, onChange }: Props) {
  const setting = useMemo(() => ({ fields, Problems }), [fields, Problems])
  return (
    <RuleContext value={setting}>
      <div className={classes.builder}>
        <Node node={asGroup(rule)} path={path} depth={1} onChange={onChange} />
      </div>
    </RuleContext>
  )
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
  const { fields, Problems } = useRuleSetting()
  const set = (parts: RuleNode[]) => onChange({ ...group, parts })
  const fresh = comparisonOn(fields[0])
  return (
    <div className={classes.group} role="group" aria-label={t(group.every ? 'rules.all' : 'rules.any')}>
      <div className={classes.head}>
        <SegmentedControl
          className={classes.switch}
          size="xs"
          fullWidth
          aria-label={t('rules.how')}
          data={[
            { value: 'all', label: t('rules.all') },
            { value: 'any', label: t('rules.any') },
          ]}
          value={group.every ? 'all' : 'any'}
          onChange={(value) => onChange({ ...group, every: value === 'all' })}
        />
        <Turn negated={negated} onTurn={onTurn} />
        {onRemove && <Remove label={t('rules.removeGroup')} onRemove={onRemove} />}
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
      <Problems field={path} exact />
      <div className={classes.adds}>
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => set([...group.parts, fresh])}>
          {t('rules.add')}
        </Button>
        {depth < DEEPEST && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => set([...group.parts, { [group.every ? 'any' : 'all']: [fresh] } as RuleNode])}>
            {t('rules.addGroup')}
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
    <Tooltip label={t('rules.not')}>
      <ActionIcon aria-label={t('rules.not')} aria-pressed={negated} variant={negated ? 'filled' : 'subtle'} color={negated ? 'teal' : 'gray'} onClick={onTurn}>
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
