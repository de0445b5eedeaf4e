import { IconBuilding, IconHeadset, IconScale, IconSettings, IconUser, IconUserShield, type TablerIcon } from '@tabler/icons-react'

import type { Kind, Lane } from '../model/definition'
import classes from './Shape.module.css'

/** Who acts: one picture per lane. */
export const LANE_ICON: Record<Lane, TablerIcon> = {
  customer: IconUser,
  agent: IconHeadset,
  supervisor: IconUserShield,
  unit: IconBuilding,
  compliance: IconScale,
  system: IconSettings,
}

interface Props {
  kind: Kind
  size?: number
}

/** The BPMN shape of a kind, small enough for lists and buttons. */
export function KindIcon({ kind, size = 16 }: Props) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} className={classes.kind} data-kind={kind} aria-hidden>
      {kind === 'start' && <circle cx="8" cy="8" r="5.500" strokeWidth="1.300" />}
      {kind === 'end' && <circle cx="8" cy="8" r="5" strokeWidth="2.600" />}
      {kind === 'task' && <rect x="1.500" y="3.500" width="13" height="9" rx="2.500" strokeWidth="1.300" />}
      {kind === 'gateway' && <path d="M8 1.500 14.500 8 8 14.500 1.500 8z" strokeWidth="1.300" strokeLinejoin="round" />}
    </svg>
  )
}
