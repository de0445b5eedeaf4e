import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useMatches, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { GrantBanner } from '~/features/access/public/GrantBanner'
import { useLanguage, useThemeChoice } from '~/features/iam/public/Appearance'
import { useMe } from '~/features/iam/public/me'
import { useSignOut } from '~/features/iam/public/useSignOut'
import { allCommands, type Command, listenForKeys, useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { BottomBar } from './BottomBar'
import { IdleWarning } from './IdleWarning'
import { destinationsOf } from './navigation'
import { Palette } from './Palette'
import { Rail } from './Rail'
import { ShortcutsSheet } from './ShortcutsSheet'
import { TopBar } from './TopBar'
import classes from './Shell.module.css'

const STORAGE = 'simpul.rail'

function useRailWidth() {
  const [narrow, setNarrow] = useState(() => {
    try {
      return localStorage.getItem(STORAGE) === 'narrow'
    } catch {
      return false
    }
  })
  const toggle = () => {
    setNarrow(!narrow)
    try {
      localStorage.setItem(STORAGE, narrow ? 'wide' : 'narrow')
    } catch {
      /* only a convenience */
    }
  }
  return [narrow, toggle] as const
}

/** Puts language and theme of the account on the screen when somebody signs in on another computer. */
function useAccountAppearance() {
  const me = useMe()
  const { language, change: changeLanguage } = useLanguage()
  const { theme, change: changeTheme } = useThemeChoice()
  useEffect(() => {
    if (me.preferences.language !== language) void changeLanguage(me.preferences.language)
    if (me.preferences.theme !== theme) changeTheme(me.preferences.theme)
    // Only when the account changes: afterwards the controls write both places.
  }, [me.id])
}

export function Shell() {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const router = useRouter()
  const signOut = useSignOut()
  const theme = useThemeChoice()
  const language = useLanguage()
  const [palette, setPalette] = useState(false)
  const [sheet, setSheet] = useState(false)
  const wide = useMatches({ select: (matches) => matches.some((match) => match.staticData.wide) })
  const [chosen, toggleRail] = useRailWidth()
  const narrow = chosen || wide
  const touch = useMediaQuery('(max-width: 767px), (pointer: coarse)') ?? false
  useAccountAppearance()

  const focusSearch = async () => {
    if (router.state.location.pathname !== '/customers') await navigate({ to: '/customers' })
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-page-search]')?.focus())
  }
  const commands: Command[] = [
    { id: 'app.palette', group: 'app', label: t('shell.openPalette'), keys: 'mod+k', unlisted: true, run: () => setPalette(true) },
    { id: 'app.sheet', group: 'app', label: t('shell.shortcuts'), keys: '?', words: 'bantuan help', unlisted: touch, run: () => setSheet(true) },
    ...destinationsOf(me).map<Command>((each) => ({
      id: `go${each.to}`,
      group: 'go',
      label: t(each.go),
      keys: each.keys,
      run: () => void navigate({ to: each.to }),
    })),
    ...(['light', 'dark', 'system'] as const)
      .filter((choice) => choice !== theme.theme)
      .map<Command>((choice) => ({
        id: `theme.${choice}`,
        group: 'app',
        label: `${t('shell.theme')}: ${t(`shell.theme${choice === 'light' ? 'Light' : choice === 'dark' ? 'Dark' : 'System'}`)}`,
        run: () => theme.change(choice),
      })),
    {
      id: 'app.language',
      group: 'app',
      label: language.language === 'id' ? 'Bahasa: English' : 'Language: Indonesia',
      words: 'language bahasa',
      run: () => void language.change(language.language === 'id' ? 'en' : 'id'),
    },
    { id: 'app.out', group: 'app', label: t('shell.signOut'), words: 'logout sign out', run: () => void signOut() },
  ]
  if (may(me, 'customer', 'R') || me.elevation) {
    commands.splice(1, 0, { id: 'app.search', group: 'app', label: t('shell.focusSearch'), keys: '/', run: () => void focusSearch() })
  }
  if (may(me, 'case', 'C')) commands.push({ id: 'app.case', group: 'app', label: t('shell.recordCase'), keys: 'c', words: 'pengaduan keluhan complaint', run: () => void navigate({ to: '/cases/new' }) })
  useCommands(commands)
  useEffect(() => listenForKeys(allCommands), [])

  return (
    <div className={classes.shell} data-narrow={narrow || undefined}>
      <a href="#main" className="skip-link">
        {t('shell.skip')}
      </a>
      <Rail narrow={narrow} onToggle={wide ? undefined : toggleRail} />
      <div className={classes.column}>
        <TopBar onFind={() => setPalette(true)} onHelp={() => setSheet(true)} />
        {may(me, 'break_glass', 'C') && <GrantBanner />}
        <main id="main" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar onFind={() => setPalette(true)} />
      {/* Mounted when they are wanted: the first page has enough to do. */}
      {palette && <Palette onClose={() => setPalette(false)} />}
      {sheet && <ShortcutsSheet onClose={() => setSheet(false)} />}
      <IdleWarning />
    </div>
  )
}
