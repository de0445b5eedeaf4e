import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { arrowsOf, draggedRoutes, type Line, linesOf, routesOf, signature } from '../layout/drawing'
import { arrange, type Geometry } from '../layout/geometry'
import type { Box, Point } from '../layout/sizes'
import type { Doc, Lane } from '../model/definition'

export interface Drawing {
  geometry: Geometry
  /** Where shapes are now, those under the hand included. */
  boxes: ReadonlyMap<string, Box>
  lines: Line[]
}

/** The drawing of the document. Ways are searched again only when a shape or an arrow has moved, not while one is dragged. */
export function useDrawing(doc: Doc, asked: ReadonlySet<Lane>, dragged: ReadonlyMap<string, Point>): Drawing {
  const { i18n } = useTranslation()
  const language = i18n.language
  const geometry = useMemo(() => arrange(doc, asked), [doc, asked])
  const arrows = useMemo(() => arrowsOf(doc, geometry.boxes, language), [doc, geometry, language])
  const searched = useRef<{ signature: string; routes: ReadonlyMap<string, Point[]> } | null>(null)

  const lines = useMemo(() => {
    const now = signature(arrows, geometry)
    if (searched.current?.signature !== now) searched.current = { signature: now, routes: routesOf(doc, arrows, geometry) }
    return linesOf(arrows, searched.current.routes, geometry)
  }, [doc, arrows, geometry])

  return useMemo(() => {
    if (dragged.size === 0) return { geometry, boxes: geometry.boxes, lines }
    const boxes = new Map([...geometry.boxes].map(([id, box]) => [id, { ...box, ...dragged.get(id) }]))
    const moving = draggedRoutes(doc, arrows, boxes, new Set(dragged.keys()))
    const live = linesOf(
      arrows.filter((arrow) => moving.has(arrow.id)),
      moving,
      geometry,
    )
    return { geometry, boxes, lines: lines.map((line) => live.find((each) => each.arrow.id === line.arrow.id) ?? line) }
  }, [doc, arrows, geometry, lines, dragged])
}
