import { Popover } from '@mantine/core'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { type Place, placeAt, placesOf, useWords } from '~/lib/feature'
import classes from './BottomBar.module.css'

/** As many as fit beside the search with their names on one line. */
const PLACES = 4

/** The rail of the phone: the same pages, within reach of the thumb; what has no place of its own is behind one more key. */
export function BottomBar({ onFind }: { onFind: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const all = placesOf(me).filter((each) => !each.above)
  const here = useRouterState({ select: (state) => state.location.pathname })
  const within = placeAt(all, here)
  const shown = all.length > PLACES ? firstOf(all, me.home) : all
  return (
    <nav className={classes.bar} aria-label={t('shell.navigation')}>
      {shown.map((item) => (
        <Link key={item.to} to={item.to} className={classes.item} activeOptions={{ exact: within !== undefined && within !== item }} activeProps={{ 'data-active': true }}>
          <item.icon size={21} stroke={1.75} aria-hidden />
          <span>{words(item.short ?? item.label)}</span>
        </Link>
      ))}
      {all.length > shown.length && <More items={all.filter((each) => !shown.includes(each))} within={within} />}
      <button type="button" className={classes.item} onClick={onFind}>
        <IconSearch size={21} stroke={1.75} aria-hidden />
        <span>{t('shell.findShort')}</span>
      </button>
    </nav>
  )
}

/** Those that come first, the page where one begins among them. */
function firstOf(all: readonly Place[], home: string): readonly Place[] {
  const first = all.slice(0, PLACES - 1)
  const begins = all.find((each) => each.to === home)
  return !begins || first.includes(begins) ? first : [...first.slice(0, -1), begins]
}

function More({ items, within }: { items: readonly Place[]; within: Place | undefined }) {
  const { t } = useTranslation()
  const words = useWords()
  const [opened, setOpened] = useState(false)
  const active = within !== undefined && items.includes(within)
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.item} data-active={active || undefined} onClick={() => setOpened(!opened)}>
          <IconDots size={21} stroke={1.75} aria-hidden />
          <span>{t('shell.more')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        {items.map((item) => (
          <Link key={item.to} to={item.to} className={classes.row} activeProps={{ 'data-active': true }} onClick={() => setOpened(false)}>
            <item.icon size={20} stroke={1.75} aria-hidden />
            {words(item.label)}
          </Link>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}
