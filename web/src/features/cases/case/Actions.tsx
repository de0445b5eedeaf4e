import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowBigUpLines, IconArrowRight, IconDots, IconLockCheck, IconPlayerPause, IconPlayerPlay, IconRotateClockwise, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Act, Case, CaseStep } from '../model'
import { isOpen } from '../model'
import type { Move } from '../acts/send'
import classes from './case.module.css'

interface Props {
  one: Case
  busy: boolean
  onAct: (act: Act, approve?: boolean) => void
  /** A step that the organisation drew itself. */
  onStep: (step: CaseStep) => void
}

const MORE: readonly Act[] = ['reclassify', 'extend', 'reopen']
const LEGAL: readonly { act: Act; keys?: string; icon: typeof IconDots }[] = [
  { act: 'take', icon: IconPlayerPlay },
  { act: 'assign', keys: 'A', icon: IconUserShare },
  { act: 'escalate', keys: 'E', icon: IconArrowBigUpLines },
  { act: 'wait', keys: 'W', icon: IconPlayerPause },
  { act: 'resume', keys: 'W', icon: IconPlayerPlay },
]

/** What may be done next; closing stays in sight, with the reason beside it while it is not possible. */
export function Actions({ one, busy, onAct, onStep }: Props) {
  const { t } = useTranslation()
  /** What an act is called here: where the organisation gave its step another name, by that. */
  const name = (act: Act) => one.moves.find((move) => move.act === act && move.renamed)?.title ?? t(`cases.acts.${act as Move}`)
  if (one.hidden) return null
  const more = MORE.filter((act) => one.can[act] && !(act === 'reopen' && !isOpen(one)))
  const why = one.reasons.close
  return (
    <div className={classes.acts}>
      {LEGAL.filter(({ act }) => one.can[act]).map(({ act, keys, icon: Icon }) => (
        <Tooltip key={act} label={keys ? `${name(act)} (${keys})` : name(act)}>
          <Button variant="default" leftSection={<Icon size={15} />} disabled={busy} onClick={() => onAct(act)}>
            {name(act)}
          </Button>
        </Tooltip>
      ))}
      {one.moves
        .filter((step) => step.act === null && step.allowed)
        .map((step) => (
          <Button key={step.transition} variant="default" leftSection={<IconArrowRight size={15} />} disabled={busy} onClick={() => onStep(step)}>
            {step.title}
          </Button>
        ))}
      {one.status !== 'CLOSED' && (
        <>
          {!one.can.close && why && <span className={classes.why}>{why}</span>}
          <Tooltip label={one.can.close ? `${name('close')} (C)` : (why ?? '')} disabled={!one.can.close && !why}>
            <Button
              leftSection={<IconLockCheck size={15} />}
              data-disabled={!one.can.close || undefined}
              aria-disabled={!one.can.close || undefined}
              aria-description={one.can.close ? undefined : why}
              disabled={busy}
              onClick={() => one.can.close && onAct('close')}
            >
              {name('close')}
            </Button>
          </Tooltip>
        </>
      )}
      {!isOpen(one) && one.can.reopen && (
        <Button variant="default" leftSection={<IconRotateClockwise size={15} />} onClick={() => onAct('reopen')}>
          {name('reopen')}
        </Button>
      )}
      {more.length > 0 && (
        <Menu withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon aria-label={t('common.more')} size={30}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((act) => (
              <Menu.Item key={act} onClick={() => onAct(act)}>
                {name(act)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
