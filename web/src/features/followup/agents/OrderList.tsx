import { ActionIcon, Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import type { AgentRow } from '../model'
import { StateChip } from './StateChip'
import { useOrderDrag } from './useOrderDrag'
import classes from './agents.module.css'

interface Props {
  /** In their order. */
  agents: readonly AgentRow[]
  manages: boolean
  chosen: string | null
  onChoose: (agentId: string | null) => void
  /** Moves the agent at a place to another place, counted from nought. */
  onMove: (from: number, to: number) => void
  onChange: (agentId: string) => void
}

/** The same order as the circle, to be read in a line and changed by button, key or drag. */
export function OrderList({ agents, onMove, ...props }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const move = (from: number, to: number, way?: 'up' | 'down') => {
    const agent = agents[from]
    if (!agent || to < 0 || to >= agents.length || from === to) return
    onMove(from, to)
    setSaid(t('followupAgents.moved', { name: agent.person.full_name, number: to + 1 }))
    // The button that was pressed goes with its agent, and keeps the focus.
    if (way)
      requestAnimationFrame(() => {
        const row = list.current?.querySelector(`[data-agent="${agent.id}"]`)
        const button = row?.querySelector<HTMLButtonElement>(`[data-way="${way}"]:not([disabled])`)
        ;(button ?? row?.querySelector<HTMLButtonElement>('[data-way]:not([disabled])'))?.focus()
      })
  }
  return (
    <>
      <ol ref={list} className={classes.order} aria-label={t('followupAgents.list')}>
        {agents.map((agent, at) => (
          <Row
            key={agent.id}
            {...props}
            agent={agent}
            at={at}
            last={agents.length - 1}
            onMove={move}
          />
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  )
}

interface RowProps extends Omit<Props, 'agents' | 'onMove'> {
  agent: AgentRow
  at: number
  last: number
  onMove: (from: number, to: number, way?: 'up' | 'down') => void
}

function Row({ agent, at, last, manages, chosen, onChoose, onMove, onChange }: RowProps) {
  const { t } = useTranslation()
  const { ref, moving, edge } = useOrderDrag(at, manages, onMove)
  const name = agent.person.full_name
  const { away } = agent
  return (
    <li
      ref={ref}
      className={classes.agent}
      data-agent={agent.id}
      data-chosen={agent.id === chosen || undefined}
      data-moving={moving || undefined}
      data-edge={edge}
      onPointerEnter={() => onChoose(agent.id)}
      onPointerLeave={() => onChoose(null)}
    >
      <span
        className={classes.grip}
        title={manages ? t('followupAgents.drag', { name }) : undefined}
        aria-hidden
      >
        {manages && <IconGripVertical size={16} />}
      </span>
      <span className={`${classes.number} num`}>{at + 1}</span>
      <div className={classes.who}>
        <Link to="/followup/agents/$agentId" params={{ agentId: agent.id }}>
          {name}
        </Link>
        <div className={classes.sub}>
          <StateChip agent={agent} />
          {away && (
            <span>
              {t('followupAgents.awayUntil', {
                kind: t(`followupAgents.kinds.${away.kind}`),
                day: date(away.last_day),
              })}
            </span>
          )}
        </div>
      </div>
      <Load agent={agent} />
      {manages && (
        <div className={classes.acts}>
          <Tooltip label={t('followupAgents.up', { name })}>
            <ActionIcon
              variant="default"
              size={32}
              data-way="up"
              aria-label={t('followupAgents.up', { name })}
              disabled={at === 0}
              onClick={() => onMove(at, at - 1, 'up')}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('followupAgents.down', { name })}>
            <ActionIcon
              variant="default"
              size={32}
              data-way="down"
              aria-label={t('followupAgents.down', { name })}
              disabled={at === last}
              onClick={() => onMove(at, at + 1, 'down')}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('followupAgents.changeOf', { name })}>
            <ActionIcon
              variant="default"
              size={32}
              aria-label={t('followupAgents.changeOf', { name })}
              onClick={() => onChange(agent.id)}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </li>
  )
}

function Load({ agent }: { agent: AgentRow }) {
  const { t } = useTranslation()
  const { members, capacity, due_soon: soon } = agent
  const part = capacity > 0 ? Math.min(100, (100 * members) / capacity) : 100
  return (
    <div className={classes.amount}>
      <span className="num">
        {t('followupAgents.load', { members, capacity })}
        {soon > 0 && (
          <span className="muted"> · {t('followupAgents.dueSoon', { count: soon })}</span>
        )}
      </span>
      <span className={classes.track} data-full={members >= capacity || undefined} aria-hidden>
        <span style={{ width: `${part}%` }} />
      </span>
    </div>
  )
}
