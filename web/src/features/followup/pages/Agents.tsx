import '../texts/id/followupAgents'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconRotateClockwise } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { AddAgentDialog } from '../agents/AddAgentDialog'
import { AgentCircle } from '../agents/AgentCircle'
import { AgentDialog } from '../agents/AgentDialog'
import { OrderBar } from '../agents/OrderBar'
import { OrderList } from '../agents/OrderList'
import { useOrder } from '../agents/useOrder'
import type { AgentList } from '../model'
import { agentsOptions } from '../query'
import classes from '../agents/agents.module.css'

interface Props {
  /** The address asks for the form of a new agent. */
  asksNew: boolean
  /** The agent whose form is open. */
  changing: string | undefined
  onChanging: (agentId: string | undefined) => void
}

/** The agents in their order: a circle to grasp it at once, and the same as a list to change it. */
export function Agents(props: Props) {
  const { t } = useTranslation()
  const found = useQuery(agentsOptions)
  if (found.isError && !found.data)
    return (
      <Problem
        page={hasStatus(found.error, 403)}
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data)
    return (
      <Page title={t('followupAgents.title')} width="full">
        <div className={classes.both}>
          <Bone height={360} />
          <ListBones />
        </div>
      </Page>
    )
  return <Loaded {...props} list={found.data} />
}

function Loaded({ list, asksNew, changing, onChanging }: Props & { list: AgentList }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const order = useOrder(list)
  const manages = list.can.manage
  useEffect(() => {
    if (!asksNew) return
    setAdding(true)
    onChanging(undefined)
  }, [asksNew])
  const open = list.items.find((each) => each.id === changing)
  const add = manages && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
      {t('followupAgents.add')}
    </Button>
  )
  return (
    <Page
      title={t('followupAgents.title')}
      text={
        list.items.length > 0 && t('followupAgents.text', { last: list.items.length })
      }
      width="full"
      actions={list.items.length > 0 && add}
    >
      {list.items.length === 0 ? (
        <State icon={<IconRotateClockwise />} title={t('followupAgents.empty')} action={add}>
          <p>{t('followupAgents.emptyText')}</p>
        </State>
      ) : (
        <div className={classes.both}>
          <Section title={t('followupAgents.circle')}>
            <AgentCircle agents={order.agents} chosen={chosen} onChoose={setChosen} />
          </Section>
          <Section title={t('followupAgents.list')}>
            {manages && <OrderBar order={order} />}
            <OrderList
              agents={order.agents}
              manages={manages}
              chosen={chosen}
              onChoose={setChosen}
              onMove={order.move}
              onChange={onChanging}
            />
          </Section>
        </div>
      )}
      {adding && manages && <AddAgentDialog onClose={() => setAdding(false)} />}
      {open && manages && (
        <AgentDialog key={open.id} agent={open} onClose={() => onChanging(undefined)} />
      )}
      {order.dialog}
      <LeaveGuard dirty={order.dirty} />
    </Page>
  )
}
