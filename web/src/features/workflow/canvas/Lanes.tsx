import { useViewport } from '@xyflow/react'
import { useTranslation } from 'react-i18next'

import type { Band } from '../layout/geometry'
import type { Lane } from '../model/definition'
import { LANE_ICON } from './icons'
import classes from './Canvas.module.css'

interface Props {
  bands: readonly Band[]
  /** The lane that a shape would fall into. */
  over: Lane | null
}

/** One horizontal lane per role. Their heads stay at the left edge however far the drawing is moved. */
export function Lanes({ bands, over }: Props) {
  const { t } = useTranslation()
  const { y, zoom } = useViewport()
  return (
    <div className={classes.lanes}>
      {bands.map((band) => {
        const Icon = LANE_ICON[band.lane]
        const height = band.height * zoom
        const name = t(`workflow.lanes.${band.lane}`)
        return (
          <div key={band.lane} className={classes.lane} data-over={band.lane === over || undefined} style={{ top: band.y * zoom + y, height }}>
            <div className={classes.laneHead} title={name}>
              {(height < 72 || height > 120) && <Icon size={15} stroke={1.75} aria-hidden />}
              {height >= 72 && <span className={classes.laneName}>{name}</span>}
            </div>
          </div>
        )
      })}
    </div>
  )
}
