import { useMemo } from 'react'

import type { Line } from '../layout/drawing'
import type { Point } from '../layout/sizes'
import type { Change } from '../model/changes'
import type { Selection } from '../model/definition'
import type { Severity } from '../model/places'
import type { WayEdgeType } from './WayEdge'

interface Options {
  lines: readonly Line[]
  selection: Selection
  severities: ReadonlyMap<string, { severity: Severity }>
  changes: ReadonlyMap<string, Change>
  editable: boolean
  onSelect: (transitionId: string) => void
}

const sideAt = (end: Point | undefined, next: Point | undefined) => {
  if (!end || !next) return 'right'
  if (next.x !== end.x) return next.x > end.x ? 'right' : 'left'
  return next.y > end.y ? 'bottom' : 'top'
}

/** The lines as React Flow takes them: those of the selected state stand out, the selected one can be drawn to another end. */
export function useHotEdges({ lines, selection, severities, changes, editable, onSelect }: Options): WayEdgeType[] {
  return useMemo(
    () =>
      lines.map((line) => {
        const { arrow, points } = line
        const selected = selection?.kind === 'transition' && selection.id === arrow.transition.id
        const near = selection?.kind === 'state' && (selection.id === arrow.from || selection.id === arrow.to)
        return {
          id: arrow.id,
          type: 'way',
          source: arrow.from,
          target: arrow.to,
          sourceHandle: sideAt(points[0], points[1]),
          targetHandle: sideAt(points.at(-1), points.at(-2)),
          reconnectable: editable && selected,
          data: {
            line,
            selected,
            near,
            severity: severities.get(arrow.transition.id)?.severity ?? null,
            change: changes.get(arrow.transition.id) ?? null,
            onSelect,
          },
        }
      }),
    [lines, selection, severities, changes, editable, onSelect],
  )
}
