import { useTranslation } from 'react-i18next'

import { circleOf, hopPath, hopsOf } from '../circle'
import type { AgentRow } from '../model'
import { stateOf } from './state'
import classes from './agents.module.css'

interface Props {
  /** In their order. */
  agents: readonly AgentRow[]
  chosen: string | null
  onChoose: (agentId: string | null) => void
}

/** The order as a circle: arrows lead to who takes the next member today, past those who cannot. */
export function AgentCircle({ agents, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const circle = circleOf(agents.length)
  const { side, radius, disc, places } = circle
  const middle = side / 2
  const free = agents.map((each) => stateOf(each) === 'FREE')
  const hops = hopsOf(free)
  const at = agents.findIndex((each) => each.id === chosen)
  const shown = agents[at]
  const hop = hops.find((each) => each.from === at)
  const middleWords = shown
    ? [
        t('followupAgents.agentOf', { number: at + 1, name: shown.person.full_name }),
        `${t(`followupAgents.states.${stateOf(shown)}`)}, ${t('followupAgents.load', {
          members: shown.members,
          capacity: shown.capacity,
        })}`,
        hop ? t('followupAgents.hop', { from: hop.from + 1, to: hop.to + 1 }) : '',
      ]
    : [
        t('followupAgents.middle', { count: agents.length }),
        t('followupAgents.middleFree', { count: free.filter(Boolean).length }),
      ]
  return (
    <figure className={classes.figure}>
      <svg
        className={classes.circle}
        viewBox={`0 0 ${side} ${side}`}
        style={{ maxWidth: Math.max(360, side * 1.2) }}
        role="img"
        aria-label={t('followupAgents.circleLabel', { count: agents.length })}
      >
        <defs>
          <marker
            id="followup-tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="5.5"
            markerHeight="5.5"
            orient="auto-start-reverse"
          >
            <path className={classes.tip} d="M 0 0 L 8 4 L 0 8 z" />
          </marker>
        </defs>
        <circle className={classes.rim} cx={middle} cy={middle} r={radius} />
        {hops
          .filter((hop) => free[hop.from])
          .map((hop) => (
            <path
              key={hop.from}
              className={classes.hop}
              data-over={hop.skipped.length > 0 || undefined}
              d={hopPath(circle, hop)}
              markerEnd="url(#followup-tip)"
            >
              <title>{t('followupAgents.hop', { from: hop.from + 1, to: hop.to + 1 })}</title>
            </path>
          ))}
        {agents.map((agent, at) => {
          const place = places[at]
          if (!place) return null
          const state = stateOf(agent)
          const part = agent.capacity > 0 ? Math.min(1, agent.members / agent.capacity) : 1
          const around = 2 * Math.PI * disc
          const load = t('followupAgents.loadText', {
            members: agent.members,
            capacity: agent.capacity,
          })
          const words = `(${t(`followupAgents.states.${state}`)}): ${load}`
          return (
            <g
              key={agent.id}
              className={classes.place}
              data-state={state}
              data-chosen={agent.id === chosen || undefined}
              onPointerEnter={() => onChoose(agent.id)}
              onPointerLeave={() => onChoose(null)}
            >
              <title>
                {[`${at + 1}.`, agent.person.full_name, words].join(' ')}
              </title>
              <circle className={classes.disc} cx={place.x} cy={place.y} r={disc} />
              <circle
                className={classes.load}
                cx={place.x}
                cy={place.y}
                r={disc}
                strokeDasharray={`${around * part} ${around}`}
                transform={`rotate(-90 ${place.x} ${place.y})`}
              />
              <text x={place.x} y={place.y + 5} textAnchor="middle">
                {at + 1}
              </text>
            </g>
          )
        })}
        {middleWords.map((words, row) => (
          <text
            key={row}
            className={row === 0 ? classes.middle : classes.quiet}
            x={middle}
            y={middle - 4 + row * 20}
            textAnchor="middle"
          >
            {words}
          </text>
        ))}
      </svg>
      <figcaption>
        <ul className={classes.legend}>
          {(['FREE', 'AWAY', 'SUSPENDED', 'FULL'] as const).map((state) => (
            <li key={state}>
              <svg width={14} height={14} aria-hidden className={classes.place} data-state={state}>
                <circle className={classes.disc} cx={7} cy={7} r={6} />
              </svg>
              {t(`followupAgents.states.${state}`)}
            </li>
          ))}
        </ul>
        <p className="muted">{t('followupAgents.circleText')}</p>
      </figcaption>
    </figure>
  )
}
