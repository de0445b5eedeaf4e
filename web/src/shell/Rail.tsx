import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { Brand } from '~/ui/Brand'
import { Keys } from '~/ui/Keys'
import { useMe } from '~/features/iam/public/me'
import { type Place, placeAt, placesOf, useWords } from '~/lib/feature'
import classes from './Rail.module.css'

interface Props {
  narrow: boolean
  /** Left out where the page decides about the width. */
  onToggle: (() => void) | undefined
}

export function Rail({ narrow, onToggle }: Props) {
  const { t } = useTranslation()
  const all = placesOf(useMe())
  const here = useRouterState({ select: (state) => state.location.pathname })
  const within = placeAt(all, here)
  const label = narrow ? t('shell.expand') : t('shell.collapse')
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')} data-narrow={narrow || undefined}>
      <Link to="/" className={classes.brand} aria-label="Simpul">
        <Brand compact={narrow} />
      </Link>
      {(['groupWork', 'groupInsight', 'groupControl', 'groupConfig'] as const).map((group) => {
        const items = all.filter((each) => each.group === group)
        if (items.length === 0) return null
        return (
          <div key={group} className={classes.group}>
            <p className={classes.heading}>{t(`shell.${group}`)}</p>
            <ul>
              {items.map((item) => (
                <li key={item.to}>
                  <RailLink item={item} narrow={narrow} outer={within !== undefined && within !== item} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <div className={classes.foot}>
        {onToggle && (
          <Tooltip label={label} position="right">
            <ActionIcon aria-label={label} onClick={onToggle}>
              {narrow ? <IconLayoutSidebarLeftExpand size={17} /> : <IconLayoutSidebarLeftCollapse size={17} />}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </nav>
  )
}

interface LinkProps {
  item: Place
  narrow: boolean
  /** Another place is nearer to the page that is open. */
  outer: boolean
}

function RailLink({ item, narrow, outer }: LinkProps) {
  const words = useWords()
  const tip = (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      {words(item.label)} {item.keys && <Keys keys={item.keys} />}
    </span>
  )
  return (
    <Tooltip label={tip} position="right">
      <Link to={item.to} className={classes.link} activeOptions={{ exact: outer }} activeProps={{ 'data-active': true }} aria-label={narrow ? words(item.label) : undefined}>
        <item.icon size={17} stroke={1.75} aria-hidden />
        {!narrow && <span className={classes.word}>{words(item.label)}</span>}
        {!narrow && item.badge && (
          <Suspense>
            <item.badge />
          </Suspense>
        )}
      </Link>
    </Tooltip>
  )
}
