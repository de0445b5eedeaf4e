import '../texts/id/workflow'

import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconLayoutGrid, IconMap, IconMinus, IconPlus, IconSitemap, IconZoomScan } from '@tabler/icons-react'
import { useReactFlow, useViewport } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { type Kind, LANES, type Lane } from '../model/definition'
import { KindIcon, LANE_ICON } from './icons'
import classes from './Canvas.module.css'

export const DRAG_TYPE = 'application/x-simpul-state'

interface ToolProps {
  label: string
  pressed?: boolean
  onClick: () => void
  children: ReactNode
}

function Tool({ label, pressed, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-pressed={pressed} variant={pressed ? 'light' : 'subtle'} color={pressed ? 'teal' : 'gray'} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

interface PaletteProps {
  hasStart: boolean
  shown: readonly Lane[]
  used: ReadonlySet<Lane>
  onAdd: (kind: Kind) => void
  onLane: (lane: Lane) => void
  onTidy: () => void
}

/** New shapes, by click into the view or by drag to a place; lanes; tidying up. */
export function Palette({ hasStart, shown, used, onAdd, onLane, onTidy }: PaletteProps) {
  const { t } = useTranslation()
  const kinds = (['start', 'task', 'gateway', 'end'] as const).filter((kind) => kind !== 'start' || !hasStart)
  return (
    <div className={`${classes.tools} ${classes.palette}`} role="toolbar" aria-label={t('workflow.palette')}>
      {kinds.map((kind) => (
        <span
          key={kind}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData(DRAG_TYPE, kind)
            event.dataTransfer.effectAllowed = 'copy'
          }}
        >
          <Tool label={t(`workflow.add.${kind}`)} onClick={() => onAdd(kind)}>
            <KindIcon kind={kind} size={18} />
          </Tool>
        </span>
      ))}
      <span className={classes.divider} />
      <Menu closeOnItemClick={false} position="bottom-start" width={210}>
        <Menu.Target>
          <ActionIcon aria-label={t('workflow.lanesMenu')} title={t('workflow.lanesMenu')}>
            <IconLayoutGrid size={17} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {LANES.map((lane) => {
            const Icon = LANE_ICON[lane]
            const checked = shown.includes(lane)
            return (
              <Menu.Item
                key={lane}
                role="menuitemcheckbox"
                aria-checked={checked}
                disabled={used.has(lane)}
                leftSection={<Icon size={15} stroke={1.75} aria-hidden />}
                rightSection={checked ? <span className="muted">{t(used.has(lane) ? 'workflow.laneUsed' : 'workflow.laneShown')}</span> : undefined}
                onClick={() => onLane(lane)}
              >
                {t(`workflow.lanes.${lane}`)}
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
      <Tool label={t('workflow.tidy')} onClick={onTidy}>
        <IconSitemap size={17} stroke={1.75} />
      </Tool>
    </div>
  )
}

interface ViewProps {
  map: boolean
  onMap: () => void
  onFit: () => void
}

export function ViewTools({ map, onMap, onFit }: ViewProps) {
  const { t } = useTranslation()
  const { zoomIn, zoomOut } = useReactFlow()
  const { zoom } = useViewport()
  return (
    <div className={`${classes.tools} ${classes.view}`} role="toolbar" aria-label={t('workflow.view')}>
      <Tool label={t('workflow.zoomOut')} onClick={() => void zoomOut({ duration: 120 })}>
        <IconMinus size={16} />
      </Tool>
      <span className={`${classes.percent} num`} aria-live="off">
        {Math.round(zoom * 100)} %
      </span>
      <Tool label={t('workflow.zoomIn')} onClick={() => void zoomIn({ duration: 120 })}>
        <IconPlus size={16} />
      </Tool>
      <span className={classes.divider} />
      <Tool label={t('workflow.fit')} onClick={onFit}>
        <IconZoomScan size={17} stroke={1.75} />
      </Tool>
      <Tool label={t('workflow.map')} pressed={map} onClick={onMap}>
        <IconMap size={17} stroke={1.75} />
      </Tool>
    </div>
  )
}
