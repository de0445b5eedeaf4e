import { IconAlertTriangle, IconClock, IconFilter, IconMinus, IconPencil, IconPlus, IconSettings } from '@tabler/icons-react'
import { type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'

import type { Line } from '../layout/drawing'
import type { Point } from '../layout/sizes'
import type { Change } from '../model/changes'
import type { Severity } from '../model/places'
import classes from './Way.module.css'

export type WayData = Record<string, unknown> & {
  line: Line
  selected: boolean
  /** It leaves or enters the selected state. */
  near: boolean
  severity: Severity | null
  change: Change | null
  onSelect: (transitionId: string) => void
}
export type WayEdgeType = Edge<WayData, 'way'>

/** A BPMN sequence flow: right-angled, with its name, the small diamond of a condition or the stroke of a default. */
export const WayEdge = memo(function WayEdge({ data }: EdgeProps<WayEdgeType>) {
  if (!data) return null
  const { line, selected, near, severity, change } = data
  const { arrow } = line
  const marks = { 'data-selected': selected || undefined, 'data-severity': severity ?? undefined, 'data-change': change ?? undefined }
  return (
    <>
      <g className={classes.way} data-near={near || undefined} {...marks}>
        <path d={line.path} className="react-flow__edge-interaction" strokeOpacity={0} strokeWidth={18} fill="none" />
        <path d={line.path} className={classes.line} />
        <path d={line.head} className={classes.head} />
        {arrow.otherwise && <path d={stroke(line.points)} className={classes.line} />}
        {arrow.source.kind === 'task' && arrow.transition.guard && !arrow.timed && <path d={diamond(line.points)} className={classes.mark} />}
      </g>
      {line.nameAt && (
        <EdgeLabelRenderer>
          <div
            className={`${classes.name} nopan`}
            {...marks}
            title={arrow.name}
            style={{ transform: `translate(-50%, -50%) translate(${line.nameAt.x}px, ${line.nameAt.y}px)` }}
            onClick={() => data.onSelect(arrow.transition.id)}
          >
            <NameIcon data={data} />
            <span className={classes.word}>{arrow.name}</span>
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})

function NameIcon({ data: { line, severity, change } }: { data: WayData }) {
  const { arrow } = line
  const props = { size: 13, stroke: 2, 'aria-hidden': true }
  if (severity) return <IconAlertTriangle {...props} />
  if (change === 'added') return <IconPlus {...props} />
  if (change === 'removed') return <IconMinus {...props} />
  if (change === 'changed') return <IconPencil {...props} />
  if (arrow.timed) return <IconClock {...props} />
  if (arrow.transition.by !== null && 'system' in arrow.transition.by) return <IconSettings {...props} />
  if (arrow.transition.guard) return <IconFilter {...props} />
  return null
}

function heading(points: readonly Point[]): { at: Point; x: number; y: number } {
  const [first = { x: 0, y: 0 }, next = { x: 1, y: 0 }] = points
  const length = Math.hypot(next.x - first.x, next.y - first.y) || 1
  return { at: first, x: (next.x - first.x) / length, y: (next.y - first.y) / length }
}

/** The stroke across a default flow, a little after its start. */
function stroke(points: readonly Point[]): string {
  const { at, x, y } = heading(points)
  const middle = { x: at.x + x * 10, y: at.y + y * 10 }
  return `M ${middle.x - x * 3 - y * 5} ${middle.y - y * 3 + x * 5} L ${middle.x + x * 3 + y * 5} ${middle.y + y * 3 - x * 5}`
}

/** The small diamond at the start of a conditional flow. */
function diamond(points: readonly Point[]): string {
  const { at, x, y } = heading(points)
  const on = (along: number, aside: number) => `${at.x + x * along - y * aside} ${at.y + y * along + x * aside}`
  return `M ${on(0, 0)} L ${on(7, 4.5)} L ${on(14, 0)} L ${on(7, -4.5)} Z`
}
