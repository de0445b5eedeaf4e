import { useElementSize } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { agentName } from '../chips'
import type { AgentFigures } from '../model'
import classes from './runs.module.css'

const ROW = 26

/** Every agent's members on top of the capacity, from nought and on one scale. */
export function LoadChart({ agents, label }: { agents: readonly AgentFigures[]; label: string }) {
  const { t } = useTranslation()
  const { ref, width: measured } = useElementSize<HTMLDivElement>()
  const width = Math.max(240, Math.round(measured || 520))
  if (agents.length === 0) return <p className="muted">{t('followupRuns.performanceNone')}</p>
  const top = Math.max(1, ...agents.flatMap((each) => [each.members, each.capacity]))
  const names = Math.min(180, Math.round(width * 0.38))
  const figures = 84
  const room = width - names - figures
  return (
    <div ref={ref}>
      <svg
        className={classes.chart}
        width={width}
        height={agents.length * ROW}
        viewBox={`0 0 ${width} ${agents.length * ROW}`}
        role="img"
        aria-label={label}
      >
        {agents.map((each, at) => {
          const name = agentName(t, each.agent)
          const words = t('followupRuns.loadOf', {
            members: count(each.members),
            capacity: count(each.capacity),
          })
          const isFull = each.members >= each.capacity
          return (
            <g key={each.agent.id}>
              <title>{`${name}: ${words}`}</title>
              <text x={0} y={at * ROW + 17}>
                {short(name, Math.floor(names / 6.6))}
              </text>
              <rect
                className={classes.room}
                x={names}
                y={at * ROW + 6}
                width={Math.max(1, (room * each.capacity) / top)}
                height={14}
                rx={2}
              />
              <rect
                className={isFull ? classes.full : classes.part}
                data-part={2}
                x={names}
                y={at * ROW + 6}
                width={(room * each.members) / top}
                height={14}
                rx={2}
              />
              <text x={width} y={at * ROW + 17} textAnchor="end">
                {words}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

const short = (name: string, most: number) =>
  name.length > most ? `${name.slice(0, Math.max(4, most - 1))}…` : name
