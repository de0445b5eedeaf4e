import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useMatches, useNavigate, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useLanguage, useThemeChoice } from '~/features/iam/public/useAppearance'
import { useMe } from '~/features/iam/public/me'
import { useSignOut } from '~/features/iam/public/useSignOut'
import { allCommands, type Command, listenForKeys, useCommands } from '~/lib/commands'
import { commandsOf, piecesFor, placesOf, useWords } from '~/lib/feature'
import { usePageIsCovered } from '~/lib/unsaved'
import { nameDocument } from '~/ui/Page'
import { BottomBar } from './BottomBar'
import { idlePart, IdleWarning } from './IdleWarning'
import { Rail } from './Rail'
import { TopBar } from './TopBar'
import { useTourPlace } from './tour/place'
import classes from './Shell.module.css'

const palettePart = () => import('./Palette').then(({ Palette }) => ({ default: Palette }))
const sheetPart = () => import('./ShortcutsSheet').then(({ ShortcutsSheet }) => ({ default: ShortcutsSheet }))
const Palette = lazy(palettePart)
const ShortcutsSheet = lazy(sheetPart)
const Tour = lazy(() => import('./tour/Tour'))
const SignInAgain = lazy(() => import('~/features/iam/public/SignInAgain'))
const STORAGE = 'simpul.rail'

/** A command of the program itself, with its place among those of the features. */
type Ordered = Command & { order: number }

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

/** Names a page until it names itself: one that was refused does not bear the name of the page before. */
function RouteTitle() {
  const { t } = useTranslation()
  const id = useMatches({ select: (matches) => matches.at(-1)?.id })
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title })
  useEffect(() => {
    if (title) nameDocument(t(title))
    // Once for a page: from then on the name is the page's own.
  }, [id])
  return null
}

export function Shell() {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const router = useRouter()
  const signOut = useSignOut()
  const theme = useThemeChoice()
  const language = useLanguage()
  const [palette, setPalette] = useState(false)
  const [sheet, setSheet] = useState(false)
  const [tour, moveTour] = useTourPlace()
  const wide = useMatches({ select: (matches) => matches.some((match) => match.staticData.wide) })
  const [chosen, toggleRail] = useRailWidth()
  const narrow = chosen || wide
  const touch = useMediaQuery('(max-width: 767px), (pointer: coarse)') ?? false
  useAccountAppearance()
  const covered = usePageIsCovered()

  const own: Ordered[] = [
    { order: 10, id: 'app.palette', group: 'app', label: t('shell.openPalette'), keys: 'mod+k', unlisted: true, run: () => setPalette(true) },
    { order: 20, id: 'app.sheet', group: 'app', label: t('shell.shortcuts'), keys: '?', words: 'bantuan help', unlisted: touch, run: () => setSheet(true) },
    ...(['light', 'dark', 'system'] as const)
      .filter((choice) => choice !== theme.theme)
      .map<Ordered>((choice) => ({
        order: 30,
        id: `theme.${choice}`,
        group: 'app',
        label: `${t('shell.theme')}: ${t(`shell.theme${choice === 'light' ? 'Light' : choice === 'dark' ? 'Dark' : 'System'}`)}`,
        run: () => theme.change(choice),
      })),
    {
      order: 40,
      id: 'app.language',
      group: 'app',
      label: language.language === 'id' ? 'Bahasa: English' : 'Language: Indonesia',
      words: 'language bahasa',
      run: () => void language.change(language.language === 'id' ? 'en' : 'id'),
    },
    { order: 50, id: 'app.out', group: 'app', label: t('shell.signOut'), words: 'logout sign out', run: () => void signOut() },
  ]
  const places = placesOf(me).map<Command>((each) => ({ id: `go${each.to}`, group: 'go', label: words(each.go ?? each.label), keys: each.keys, run: () => void navigate({ to: each.to }) }))
  const ofFeatures = commandsOf(me).map<Ordered>(({ visible: _, ...each }) => ({ ...each, group: 'app', label: words(each.label), run: () => each.run(router) }))
  const commands: Command[] = [...places, ...[...own, ...ofFeatures].sort((one, other) => one.order - other.order)]
  useCommands(commands, { beneath: true })
  useEffect(() => listenForKeys(allCommands), [])
  useEffect(() => {
    // Fetched once the page stands, so that they open at once and no key is lost.
    for (const part of [palettePart, sheetPart, idlePart]) void part().catch(() => undefined)
  }, [])

  return (
    <div className={classes.shell} data-narrow={narrow || undefined}>
      <a href="#main" className="skip-link">
        {t('shell.skip')}
      </a>
      <Rail narrow={narrow} onToggle={wide ? undefined : toggleRail} />
      <div className={classes.column}>
        <TopBar onFind={() => setPalette(true)} onHelp={() => setSheet(true)} onTour={() => moveTour({ open: !tour.open })} />
        {piecesFor('banner', me).map((Piece, at) => (
          <Suspense key={at}>
            <Piece />
          </Suspense>
        ))}
        <main id="main" className={classes.main} tabIndex={-1}>
          <RouteTitle />
          <Outlet />
        </main>
      </div>
      <BottomBar onFind={() => setPalette(true)} />
      {/* Mounted when they are wanted: the first page has enough to do. */}
      <Suspense>
        {palette && <Palette onClose={() => setPalette(false)} />}
        {sheet && <ShortcutsSheet onClose={() => setSheet(false)} />}
        {me.demo && tour.open && <Tour place={tour} onMove={moveTour} />}
      </Suspense>
      <IdleWarning />
      {covered && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </div>
  )
}
