import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dialogIsOpen, isTyping, useCommands } from '~/lib/commands'
import type { Order } from './useOrder'
import classes from './agents.module.css'

const aside = (target: EventTarget | null) => !isTyping(target) && !dialogIsOpen()

/** What differs from the order that holds, the way back and forward, and the way to save it. */
export function OrderBar({ order }: { order: Order }) {
  const { t } = useTranslation()
  useCommands([
    {
      id: 'order.undo',
      group: 'record',
      label: t('common.undo'),
      keys: 'mod+z',
      available: aside,
      run: order.undo,
    },
    {
      id: 'order.redo',
      group: 'record',
      label: t('common.redo'),
      keys: 'mod+shift+z',
      available: aside,
      run: order.redo,
    },
    {
      id: 'order.save',
      group: 'record',
      label: t('followupAgents.saveOrder'),
      keys: 'mod+s',
      run: () => order.dirty && order.save(),
    },
  ])
  if (!order.dirty && !order.canUndo && !order.canRedo) return null
  return (
    <div className={classes.bar} role="region" aria-label={t('followupAgents.draft')}>
      <span>{order.dirty && t('followupAgents.draftText')}</span>
      <Tooltip label={t('common.undo')}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t('common.undo')}
          disabled={!order.canUndo}
          onClick={order.undo}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('common.redo')}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t('common.redo')}
          disabled={!order.canRedo}
          onClick={order.redo}
        >
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Button variant="default" disabled={!order.dirty} onClick={order.discard}>
        {t('common.cancel')}
      </Button>
      <Button disabled={!order.dirty} loading={order.busy} onClick={order.save}>
        {t('followupAgents.saveOrder')}
      </Button>
    </div>
  )
}
