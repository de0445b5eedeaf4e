import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import type { Relationship } from '~/api/models'
import { useLabel } from '~/lib/labels'
import classes from './RelationshipGraph.module.css'

interface Props {
  name: string
  initials: string
  relationships: Relationship[]
  width: number
  height: number
  limit?: number
}

interface Point {
  x: number
  y: number
}

/** Places around an ellipse, the first at the top right, evenly spread. */
export function around(count: number, width: number, height: number, margin: { x: number; y: number }): Point[] {
  const rx = width / 2 - margin.x
  const ry = height / 2 - margin.y
  const start = count === 1 ? 0 : -Math.PI / 2 + (count === 2 ? Math.PI / 2 : Math.PI / count)
  return Array.from({ length: count }, (_, index) => {
    const angle = start + (index * 2 * Math.PI) / count
    return { x: width / 2 + rx * Math.cos(angle), y: height / 2 + ry * Math.sin(angle) }
  })
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

export const relatedName = (relationship: Relationship) => relationship.customer.name ?? relationship.customer.masked ?? '–'
export const relatedId = (relationship: Relationship) =>
  relationship.customer.is_visible !== false ? (relationship.customer.customer_id ?? null) : null

export function RelationshipGraph({ name, initials, relationships, width, height, limit = 6 }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const shown = relationships.slice(0, limit)
  const points = around(shown.length, width, height, { x: 44, y: 34 })
  const centre = { x: width / 2, y: height / 2 }
  const top = Math.min(centre.y - 24, ...points.map((point) => point.y - 26))
  const bottom = Math.max(centre.y + 24, ...points.map((point) => point.y + 40))
  return (
    <svg viewBox={`0 ${top} ${width} ${bottom - top}`} className={classes.graph} role="group" aria-label={t('record.relationshipGraph', { name })}>
      {points.map((point, index) => (
        <line key={index} x1={centre.x} y1={centre.y} x2={point.x} y2={point.y} className={classes.edge} />
      ))}
      {shown.map((each, index) => {
        const point = points[index]
        if (!point) return null
        const kind = label('record.relationshipKinds', each.kind)
        const full = `${relatedName(each)}, ${kind}`
        const node = (
          <>
            <title>{full}</title>
            <circle cx={point.x} cy={point.y - 6} r={15} className={classes.node} />
            <text x={point.x} y={point.y - 2} className={classes.initials}>
              {initialsOf(relatedName(each))}
            </text>
            <text x={point.x} y={point.y + 21} className={classes.name}>
              {short(relatedName(each), 15)}
            </text>
            <text x={point.x} y={point.y + 33} className={classes.kind}>
              {kind}
            </text>
          </>
        )
        const id = relatedId(each)
        return id ? (
          <Link key={each.relationship_id} to="/customers/$customerId" params={{ customerId: id }} preload={false} className={classes.link} aria-label={full}>
            {node}
          </Link>
        ) : (
          <g key={each.relationship_id} className={classes.closed}>
            {node}
          </g>
        )
      })}
      <circle cx={centre.x} cy={centre.y} r={19} className={classes.centre} />
      <text x={centre.x} y={centre.y + 4.500} className={classes.centreText}>
        {initials}
      </text>
    </svg>
  )
}
