import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconBuilding, IconBuildingCommunity, IconBriefcase, IconKey, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime, time } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import type { Viewer, ViewerWay } from './query'
import classes from './Viewers.module.css'

const ICONS = { EVERYWHERE: IconWorld, BRANCH: IconBuilding, UNIT: IconBuildingCommunity, PORTFOLIO: IconBriefcase, EMERGENCY: IconKey }

/** By which ways somebody could open the customer and when; or that none is known though they did. */
export function WaysCell({ viewer, since }: { viewer: Viewer; since: string }) {
  const { t } = useTranslation()
  if (viewer.ways.length === 0) {
    return (
      <Chip tone="critical" icon={<IconAlertTriangle />}>
        {t('viewers.noWay')}
      </Chip>
    )
  }
  return (
    <ul className={classes.ways}>
      {viewer.ways.map((way) => (
        <li key={`${way.way}${way.role ?? ''}${way.place ?? ''}${way.elevation_id ?? ''}${way.opened_at}`} className={classes.way}>
          <Way way={way} />
          <span className="muted num" title={`${dateTime(way.opened_at)} – ${dateTime(way.closed_at)}`}>
            <When way={way} since={since} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Way({ way }: { way: ViewerWay }) {
  const { t } = useTranslation()
  const Icon = ICONS[way.way]
  const detail = [way.role_label, way.place_label, way.named ? t('viewers.named') : null].filter(Boolean).join(' · ')
  return (
    <span className={classes.words}>
      <Chip tone={way.way === 'EMERGENCY' ? 'warning' : 'neutral'} icon={<Icon />}>
        {way.way_label}
      </Chip>
      {way.elevation_id ? (
        <Link to="/break-glass/$requestId" params={{ requestId: way.elevation_id }} preload={false} className={classes.link}>
          {t('viewers.request')}
        </Link>
      ) : (
        <span>{detail}</span>
      )}
    </span>
  )
}

/** The part of the day in which a way was open. */
function When({ way, since }: { way: ViewerWay; since: string }) {
  const { t } = useTranslation()
  const [from, until] = [time(way.opened_at), time(way.closed_at)]
  if (way.all_day) return <>{way.still ? t('viewers.sofar') : t('viewers.allDay')}</>
  if (way.still) return <>{t('viewers.from', { from })}</>
  if (new Date(way.opened_at).getTime() === new Date(since).getTime()) return <>{t('viewers.until', { until })}</>
  return <>{t('viewers.between', { from, until })}</>
}
