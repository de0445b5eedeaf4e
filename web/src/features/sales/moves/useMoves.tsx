import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
import type { ConflictRow } from '~/ui/Conflict'
import { type Board, move as moveOnBoard, type Reader, restore } from '../board/model'
import type { MoveGiven } from '../leads/query'
import type { Movable, Move } from '../model'
import { MoveDialog } from './MoveDialog'

/** What leads and opportunities tell the moves of themselves. */
export interface Kind<Card extends Movable> {
  boards: QueryKey
  reader: Reader<Card>
  send: (id: string, version: number, move: Move, given: MoveGiven) => Promise<Card>
  undo: (id: string, version: number) => Promise<Card>
  note: (client: QueryClient, card: Card) => void
  forget: (client: QueryClient, id: string) => unknown
  name: (card: Card) => string
  /** The word for where it stands. */
  state: (card: Card) => string
  undoable: (card: Card) => boolean
  /** What a colleague changed meanwhile, beside what was wanted. */
  compared: (seen: Card, now: Card, move: Move) => ConflictRow[]
  /** What a dialog knows already of what it asks for. */
  given?: (card: Card) => MoveGiven
}

interface Asked<Card> {
  card: Card
  move: Move
  version: number
  given: MoveGiven
}

const KEY = ['sales-move']

/** Moves records: at once on the screen, back where they were when refused, compared when a colleague was faster, with a way back afterwards. */
export function useMoves<Card extends Movable>(kind: Kind<Card>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const stale = useStale()
  const [asking, setAsking] = useState<{ card: Card; moves: readonly Move[] } | null>(null)
  const [said, setSaid] = useState('')
  const [moved, setMoved] = useState<string | null>(null)
  // What a comparison has shown counts as seen, although the dialog behind it was opened before.
  const shown = useRef(new Map<string, number>())
  const renew = () => {
    // Sums of a whole column are the server's; while another move is on its way its card would jump back.
    if (client.isMutating({ mutationKey: KEY }) <= 1)
      void client.invalidateQueries({ queryKey: kind.boards })
  }
  const arrived = (card: Card, words: string) => {
    kind.note(client, card)
    setSaid(words)
    setMoved(card.id)
  }
  const undoing = useMutation({
    mutationKey: KEY,
    mutationFn: (card: Card) => kind.undo(card.id, card.version),
    onSuccess: (card) => {
      const words = t('sales.undone', { name: kind.name(card), state: kind.state(card) })
      arrived(card, words)
      toastDone(words)
    },
    onError: (error, card) => {
      toastProblem(error)
      void kind.forget(client, card.id)
    },
    onSettled: renew,
  })
  const moving = useMutation({
    mutationKey: KEY,
    mutationFn: ({ card, move, version, given }: Asked<Card>) =>
      kind.send(card.id, version, move, given),
    onMutate: async ({ card, move }) => {
      setMoved(null)
      await client.cancelQueries({ queryKey: kind.boards })
      const before = client.getQueriesData<Board<Card>>({ queryKey: kind.boards })
      client.setQueriesData<Board<Card>>(
        { queryKey: kind.boards },
        (board) => board && moveOnBoard(board, card, move.to, kind.reader),
      )
      return before
    },
    onSuccess: (card) => {
      setAsking(null)
      const words = t('sales.moved', { name: kind.name(card), state: kind.state(card) })
      arrived(card, words)
      toastDone(words, kind.undoable(card) ? () => undoing.mutate(card) : undefined)
    },
    onError: (error, asked, before) => {
      const standing = standingVersion(error)
      const now = standing ? (standing.current as Card) : asked.card
      for (const [key, was] of before ?? []) {
        if (was)
          client.setQueryData<Board<Card>>(
            key,
            (board) => board && restore(board, was, now, kind.reader),
          )
      }
      setSaid(t('sales.back', { name: kind.name(now), state: kind.state(now) }))
      setMoved(now.id)
      if (!standing) {
        toastProblem(error)
        void kind.forget(client, asked.card.id)
        return
      }
      kind.note(client, now)
      shown.current.set(now.id, standing.version)
      stale.ask({
        version: standing.version,
        again: (version) => moving.mutate({ ...asked, card: now, version }),
        rows: kind.compared(asked.card, now, asked.move),
      })
    },
    onSettled: renew,
  })
  const run = (card: Card, move: Move, given: MoveGiven) =>
    moving.mutate({
      card,
      move,
      version: Math.max(card.version, shown.current.get(card.id) ?? 0),
      given,
    })
  /** Makes the move, or asks first for what it needs; several that lead to one place are chosen among. */
  const ask = (card: Card, moves: readonly Move[]) => {
    const [one] = moves
    if (!one) return
    if (moves.length === 1 && one.needs.length === 0) run(card, one, {})
    else setAsking({ card, moves })
  }
  const dialog = (
    <>
      {asking && (
        <MoveDialog
          name={kind.name(asking.card)}
          moves={asking.moves}
          known={kind.given?.(asking.card) ?? {}}
          busy={moving.isPending}
          covered={stale.dialog !== null}
          onSubmit={(move, given) => run(asking.card, move, given)}
          onClose={() => setAsking(null)}
        />
      )}
      {stale.dialog}
    </>
  )
  return {
    ask,
    undo: (card: Card) => undoing.mutate(card),
    busy: (card: Card) =>
      (moving.isPending && moving.variables.card.id === card.id) ||
      (undoing.isPending && undoing.variables.id === card.id),
    said,
    moved,
    dialog,
  }
}
