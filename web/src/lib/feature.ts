/* What a feature states about itself in its feature.ts, and what the program gathers from all of them. */
import type { LinkProps, RegisteredRouter } from '@tanstack/react-router'
import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'

import type { Language, Me } from '~/api/models'

/** A name in both languages, at hand before any texts are. */
export type Words = Record<Language, string>

/** A page in the navigation: in the rail, the phone's bar, the palette and behind its keys. */
export interface Place {
  to: NonNullable<LinkProps['to']>
  group: 'groupWork' | 'groupInsight' | 'groupControl' | 'groupConfig' | null
  /** Where it stands among all places. */
  order: number
  /** It has a place of its own in the bar above, and none in the rail or the phone's bar. */
  above?: true
  icon: Icon
  label: Words
  /** For the phone's bar; left out where the label is short enough. */
  short?: Words
  /** What the palette and the list of shortcuts call it; left out where it is the label. */
  go?: Words
  /** Left out where the letters are given to places that are gone to more often. */
  keys?: string
  /** What waits there, as a small number beside the name. */
  badge?: ComponentType
  /** A hint for what to show; the server decides. */
  visible: (me: Me) => boolean
}

/** Something that can be done from every page: in the palette and behind its keys. */
export interface FeatureCommand {
  id: string
  /** Where it stands among the program's own commands. */
  order: number
  label: Words
  keys?: string
  /** Words that find it in the palette beside its label. */
  words?: string
  visible: (me: Me) => boolean
  run: (router: RegisteredRouter) => void
}

/** The slots that pages and the frame leave for other features; whoever leaves one declares it here. */
export interface Pieces {
  /** In the bar above every page. */
  bar: ComponentType
  /** Between the bar and the page. */
  banner: ComponentType
  /** On the page where those arrive who have no other: what waits for this user, and what goes on. */
  home: ComponentType
}

/** What a feature puts into a slot. */
export type Piece = { [Slot in keyof Pieces]: { slot: Slot; component: Pieces[Slot]; visible?: (me: Me) => boolean } }[keyof Pieces]

export interface Feature {
  places?: readonly Place[]
  commands?: readonly FeatureCommand[]
  pieces?: readonly Piece[]
}

let gathered: readonly Feature[] = []

/** Called once, before anything is drawn, with every feature of the program. */
export function gather(features: readonly Feature[]): void {
  gathered = features
}

/** The places that the server's permissions open to this user, in their order. */
export const placesOf = (me: Me): readonly Place[] =>
  gathered.flatMap((feature) => feature.places ?? []).filter((place) => place.visible(me)).sort((one, other) => one.order - other.order)

/** The place that a page belongs to: the nearest one at or above its address. */
export const placeAt = (places: readonly Place[], pathname: string): Place | undefined =>
  places.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`)).sort((one, other) => other.to.length - one.to.length)[0]

export const commandsOf = (me: Me): readonly FeatureCommand[] => gathered.flatMap((feature) => feature.commands ?? []).filter((command) => command.visible(me))

/** What other features put into a slot for this user. */
export const piecesFor = <Slot extends keyof Pieces>(slot: Slot, me: Me): readonly Pieces[Slot][] =>
  gathered
    .flatMap((feature) => feature.pieces ?? [])
    .filter((piece) => piece.slot === slot && (piece.visible?.(me) ?? true))
    .map((piece) => piece.component as Pieces[Slot])

/** The wording in the language of the screen. */
export function useWords() {
  const { i18n } = useTranslation()
  return (words: Words): string => words[i18n.language === 'en' ? 'en' : 'id']
}
