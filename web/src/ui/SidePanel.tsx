import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommands } from '~/lib/commands'
import classes from './SidePanel.module.css'
import { useReturnFocus } from './useReturnFocus'

const STORAGE = 'simpul.panel'
const MIN = 380
const MAX = 760
const clamp = (width: number) => Math.min(MAX, Math.max(MIN, width))

function remembered(): number {
  try {
    return clamp(Number(localStorage.getItem(STORAGE)) || 480)
  } catch {
    return 480
  }
}

interface Props {
  label: string
  title: ReactNode
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** A peek beside the list: 480 px, resizable, Esc closes. On a phone it covers the page. */
export function SidePanel({ label, title, actions, onClose, children }: Props) {
  const { t } = useTranslation()
  const [width, setWidth] = useState(remembered)
  const panel = useRef<HTMLElement>(null)
  useReturnFocus(panel)
  useCommands([{ id: 'panel.close', label: t('shell.closePanel'), group: 'list', keys: 'Escape', hidden: true, run: onClose }])

  const resize = (next: number) => {
    setWidth(clamp(next))
    try {
      localStorage.setItem(STORAGE, String(clamp(next)))
    } catch {
      /* the width is only a convenience */
    }
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 1) resize(window.innerWidth - event.clientX)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + 24)
    if (event.key === 'ArrowRight') resize(width - 24)
  }

  return (
    <aside ref={panel} className={classes.panel} aria-label={label} data-side-panel style={{ width }}>
      <style>{`:root { --s-panel: ${width}px }`}</style>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('shell.resizePanel')}
        aria-valuenow={width}
        aria-valuemin={MIN}
        aria-valuemax={MAX}
        tabIndex={0}
        className={classes.handle}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={keys}
      />
      <header className={classes.head}>
        <div className={classes.title}>{title}</div>
        {actions}
        <Tooltip label={`${t('common.close')} (Esc)`}>
          <ActionIcon aria-label={t('common.close')} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes.body} tabIndex={0}>
        {children}
      </div>
    </aside>
  )
}
