import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import type { Relationship } from '~/api/models'
import { initials as initialsOf } from '~/lib/initials'
import { useCodes } from '~/features/customers/public/codes'
import { around, baselines, between, CENTRE_RADIUS, nameLines, RADIUS, reach } from './graphLayout'
import classes from './RelationshipGraph.module.css'

interface Props {
  name: string
  initials: string
  relationships: Relationship[]
  width: number
  height: number
  limit?: number
}

export const relatedName = (relationship: Relationship) => relationship.customer.name ?? relationship.customer.masked ?? '–'
export const relatedId = (relationship: Relationship) =>
  relationship.customer.is_visible !== false ? (relationship.customer.customer_id ?? null) : null

export function RelationshipGraph({ name, initials, relationships, width, height, limit = 6 }: Props) {
  const { t } = useTranslation()
  const kindName = useCodes('RELATIONSHIP').name
  const centre = { x: width / 2, y: height / 2 }
  const shown = relationships.slice(0, limit)
  const places = around(shown.length, width, height, { x: 46, y: RADIUS })
  const nodes = shown.flatMap((each, index) => {
    const place = places[index]
    if (!place) return []
    const lines = nameLines(relatedName(each))
    return [{ each, place, lines, at: baselines(place, lines.length + 1), kind: kindName(each.kind) }]
  })
  const ends = nodes.map(({ place, lines }) => (place.above ? place.y - reach(lines.length + 1) : place.y + reach(lines.length + 1)))
  const top = Math.min(centre.y - CENTRE_RADIUS, ...ends, ...places.map((place) => place.y - RADIUS)) - 2
  const bottom = Math.max(centre.y + CENTRE_RADIUS, ...ends, ...places.map((place) => place.y + RADIUS)) + 2
  return (
    <svg viewBox={`0 ${top} ${width} ${bottom - top}`} className={classes.graph} role="group" aria-label={t('record.relationshipGraph', { name })}>
      {places.map((place, index) => (
        <line key={index} {...between(centre, place)} className={classes.edge} />
      ))}
      {nodes.map(({ each, place, lines, at, kind }) => {
        const full = `${relatedName(each)}, ${kind}`
        const node = (
          <>
            <title>{full}</title>
            <circle cx={place.x} cy={place.y} r={RADIUS} className={classes.node} />
            <text x={place.x} y={place.y + 3.5} className={classes.initials}>
              {initialsOf(relatedName(each))}
            </text>
            {lines.map((line, index) => (
              <text key={index} x={place.x} y={at[index]} className={classes.name}>
                {line}
              </text>
            ))}
            <text x={place.x} y={at.at(-1)} className={classes.kind}>
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
      <circle cx={centre.x} cy={centre.y} r={CENTRE_RADIUS} className={classes.centre} />
      <text x={centre.x} y={centre.y + 4.5} className={classes.centreText}>
        {initials}
      </text>
    </svg>
  )
}
