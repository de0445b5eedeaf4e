import { IconAlertTriangle, IconArrowRight, IconChevronRight, IconClock, IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { KindIcon, LANE_ICON } from '../canvas/icons'
import { wordOf } from '../model/definition'
import type { Severity } from '../model/places'
import type { OutlineRow } from './outlineRows'
import classes from './Outline.module.css'

interface Props {
  row: OutlineRow
  mark: { severity: Severity; count: number } | undefined
  selected: boolean
  folded: boolean
  hasChildren: boolean
  tabbable: boolean
  onClick: () => void
  onFold: () => void
}

/** One row of the outline; its name for a screen reader says shape, lane and problems in words. */
export function OutlineItem({ row, mark, selected, folded, hasChildren, tabbable, onClick, onFold }: Props) {
  const { t, i18n } = useTranslation()
  const { state, transition, target } = row
  const say = (text: { id: string; en: string }, key: string) => wordOf(text, i18n.language) || key
  const name = transition ? say(transition.title, transition.key) : say(state.title, state.key)
  const to = transition && (target ? say(target.title, target.key) : transition.to || '?')
  const LaneIcon = LANE_ICON[state.lane]
  const spoken = [
    name,
    transition ? t('workflow.leadsTo', { state: to }) : `${t(`workflow.kinds.${state.kind}`)}, ${t(`workflow.lanes.${state.lane}`)}`,
    !transition && state.timers.length > 0 && t('workflow.timerCount', { count: state.timers.length }),
    transition?.guard && t('workflow.guarded'),
    mark && t('workflow.problemCount', { count: mark.count }),
  ]
  return (
    <li
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={selected}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-label={spoken.filter(Boolean).join(', ')}
      tabIndex={tabbable ? 0 : -1}
      className={classes.item}
      data-row-id={row.id}
      onClick={onClick}
    >
      {row.level === 1 && (
        <span
          className={classes.fold}
          onClick={(event) => {
            event.stopPropagation()
            onFold()
          }}
        >
          {hasChildren && <IconChevronRight size={13} aria-hidden />}
        </span>
      )}
      {transition ? <IconArrowRight size={13} className={classes.lane} style={{ marginLeft: 0 }} aria-hidden /> : <KindIcon kind={state.kind} />}
      <span className={classes.name}>{name}</span>
      {transition && <span className={classes.target}>→ {to}</span>}
      {transition?.guard && <IconFilter size={13} className={classes.lane} aria-hidden />}
      {!transition && state.timers.length > 0 && <IconClock size={13} className={classes.lane} aria-hidden />}
      {mark && <IconAlertTriangle size={14} className={classes.mark} data-severity={mark.severity} aria-hidden />}
      {!transition && <LaneIcon size={14} stroke={1.75} className={classes.lane} style={state.timers.length > 0 ? { marginLeft: 0 } : undefined} aria-hidden />}
    </li>
  )
}
