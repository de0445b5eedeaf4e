import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconClock, IconCopy, IconLock, IconMinus, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { Handle, type Node, type NodeProps, NodeToolbar, Position } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { TIMER_SIZE, timerAt } from '../layout/drawing'
import { SIZE } from '../layout/sizes'
import type { Change } from '../model/changes'
import { type DocState, type Kind, wordOf } from '../model/definition'
import type { Severity } from '../model/places'
import { KindIcon, LANE_ICON } from './icons'
import classes from './Shape.module.css'

export interface PadActions {
  append: (id: string, kind: Kind) => void
  duplicate: (id: string) => void
  remove: (id: string) => void
}

export type StateNodeData = Record<string, unknown> & {
  state: DocState
  meaning: string
  selected: boolean
  severity: Severity | null
  change: Change | null
  /** What can be done with the shape on the canvas; nothing in a drawing that is only looked at. */
  pad: PadActions | null
  /** The program relies on it: it cannot be taken away. */
  needed: boolean
}
export type StateNodeType = Node<StateNodeData, 'state'>

const SIDES = [
  ['left', Position.Left],
  ['right', Position.Right],
  ['top', Position.Top],
  ['bottom', Position.Bottom],
] as const

/** A state in its BPMN shape: circle, rounded task or diamond. */
export const StateNode = memo(function StateNode({ data }: NodeProps<StateNodeType>) {
  const { i18n } = useTranslation()
  const { state, selected, severity, change, pad } = data
  const name = wordOf(state.title, i18n.language)
  const marks = { 'data-selected': selected || undefined, 'data-severity': severity ?? undefined, 'data-change': change ?? undefined }
  const LaneIcon = LANE_ICON[state.lane]
  const grips = SIDES.map(([id, position]) => (
    <Handle key={id} id={id} type="source" position={position} className={classes.grip} isConnectable={pad !== null} aria-hidden />
  ))
  return (
    <>
      {state.kind === 'task' ? (
        <div className={classes.task} {...marks}>
          <span className={classes.icon}>
            <LaneIcon size={16} stroke={1.75} aria-hidden />
          </span>
          <span className={classes.words}>
            <span className={classes.name}>{name || state.key}</span>
            <span className={classes.meaning}>{data.meaning}</span>
          </span>
          {state.timers.map((timer, index) => (
            <span key={index} className={classes.timer} style={{ left: timerAt(SIZE.task.width, index), width: TIMER_SIZE }} title={timer.key}>
              <IconClock size={11} stroke={2} aria-hidden />
            </span>
          ))}
          <Badge severity={severity} change={change} />
          {grips}
        </div>
      ) : (
        <div className={classes.sign} {...marks}>
          <Sign kind={state.kind} />
          <span className={classes.label}>{name || state.key}</span>
          <Badge severity={severity} change={change} />
          {grips}
        </div>
      )}
      {pad && selected && <Pad id={state.id} kind={state.kind} pad={pad} needed={data.needed} />}
    </>
  )
})

function Sign({ kind }: { kind: Exclude<Kind, 'task'> }) {
  const { width, height } = SIZE[kind]
  const middle = width / 2
  return (
    <svg width={width} height={height} aria-hidden>
      {kind === 'start' && <circle cx={middle} cy={middle} r={middle - 1} strokeWidth="1.500" />}
      {kind === 'end' && <circle cx={middle} cy={middle} r={middle - 2} strokeWidth="3.500" />}
      {kind === 'gateway' && (
        <>
          <path d={`M${middle} 1 L${width - 1} ${middle} L${middle} ${height - 1} L1 ${middle} Z`} strokeWidth="1.500" strokeLinejoin="round" />
          <path d={`M${middle - 6} ${middle - 6} l12 12 M${middle + 6} ${middle - 6} l-12 12`} className={classes.cross} />
        </>
      )}
    </svg>
  )
}

function Badge({ severity, change }: { severity: Severity | null; change: Change | null }) {
  const { t } = useTranslation()
  const tone = severity ?? change
  if (!tone) return null
  const Icon = tone === 'added' ? IconPlus : tone === 'removed' ? IconMinus : tone === 'changed' ? IconPencil : IconAlertTriangle
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={12} stroke={2.25} aria-hidden />
      <span className="visually-hidden">{t(`workflow.marks.${tone}`)}</span>
    </span>
  )
}

/** What a click can do next with the selected shape: draw on from it, copy it, take it away. */
function Pad({ id, kind, pad, needed }: { id: string; kind: Kind; pad: PadActions; needed: boolean }) {
  const { t } = useTranslation()
  const button = (label: string, icon: React.ReactNode, run: () => void) => (
    <Tooltip label={label}>
      <ActionIcon size={26} aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  return (
    <NodeToolbar isVisible position={Position.Top} align="start" offset={14}>
      <div className={classes.pad} role="group" aria-label={t('workflow.pad')}>
        {(['task', 'gateway', 'end'] as const).map((next) => (
          <span key={next}>{button(t(`workflow.append.${next}`), <KindIcon kind={next} />, () => pad.append(id, next))}</span>
        ))}
        {kind !== 'start' && button(t('workflow.duplicate'), <IconCopy size={15} aria-hidden />, () => pad.duplicate(id))}
        {needed ? (
          <Tooltip label={t('workflow.removeLocked')}>
            <ActionIcon size={26} aria-label={t('workflow.removeLocked')} aria-disabled className={classes.locked}>
              <IconLock size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : (
          button(t('workflow.remove'), <IconTrash size={15} aria-hidden />, () => pad.remove(id))
        )}
      </div>
    </NodeToolbar>
  )
}
