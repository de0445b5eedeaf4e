import { Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormDialog } from '~/ui/FormDialog'
import type { MoveGiven } from '../leads/query'
import type { Move } from '../model'
import { productsQuery, reasonsQuery } from '../query'

interface Props {
  name: string
  moves: readonly Move[]
  known: MoveGiven
  busy: boolean
  /** The comparison stands before it; what was typed waits behind. */
  covered: boolean
  onSubmit: (move: Move, given: MoveGiven) => void
  onClose: () => void
}

/** The server's least: the reason stands in the trail. */
const LEAST = 5

/** Asks for what a move needs: why it goes back, why it ended, or which product was sold. */
export function MoveDialog({ name, moves, known, busy, covered, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(moves[0]?.transition ?? '')
  const [reason, setReason] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [product, setProduct] = useState<string | null>(known.won_product_code ?? null)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const move = moves.find((each) => each.transition === chosen) ?? moves[0]
  const needs = (what: string) => move?.needs.some((each) => each === what) ?? false
  const lost = needs('LOST_REASON')
  const coded = needs('CLOSED_REASON') || lost
  const reasons = useQuery({ ...reasonsQuery, enabled: coded })
  const products = useQuery({ ...productsQuery, enabled: needs('WON_PRODUCT') })
  const outcome = move?.outcome ?? (move?.to === 'CLOSED_WON' ? 'WON' : 'LOST')
  const wrong = {
    reason: needs('REASON') && reason.trim().length < LEAST,
    code: coded && !code,
    product: needs('WON_PRODUCT') && !product,
  }
  if (!move) return null
  return (
    <FormDialog
      title={`${move.title}: ${name}`}
      action={move.title}
      busy={busy}
      covered={covered}
      dirty={(reason !== '' || note !== '' || code !== null) && !busy}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (wrong.reason || wrong.code || wrong.product) return
        onSubmit(move, {
          ...(needs('REASON') && { reason: reason.trim() }),
          ...(needs('CLOSED_REASON') && { closed_reason: code ?? '' }),
          ...(lost && { lost_reason: code ?? '' }),
          ...(needs('WON_PRODUCT') && { won_product_code: product ?? '' }),
          ...((coded || needs('WON_PRODUCT')) && note.trim() && { note: note.trim() }),
        })
      }}
    >
      {moves.length > 1 && (
        <Select
          label={t('sales.whichMove')}
          data={moves.map((each) => ({ value: each.transition, label: each.title }))}
          value={chosen}
          onChange={(next) => {
            setChosen(next ?? '')
            setCode(null)
          }}
        />
      )}
      {coded && (
        <Select
          label={t(outcome === 'WON' ? 'sales.wonReason' : 'sales.lostReason')}
          withAsterisk
          data-autofocus
          data={(reasons.data?.items ?? [])
            .filter((each) => each.outcome === outcome && each.is_active)
            .map((each) => ({ value: each.code, label: each.name }))}
          value={code}
          error={asked && wrong.code ? t('common.required') : undefined}
          onChange={setCode}
        />
      )}
      {needs('WON_PRODUCT') && (
        <Select
          label={t('sales.wonProduct')}
          withAsterisk
          data-autofocus
          data={(products.data?.items ?? []).map((each) => ({
            value: each.code,
            label: each.name,
          }))}
          value={product}
          error={asked && wrong.product ? t('common.required') : undefined}
          onChange={setProduct}
        />
      )}
      {needs('REASON') && (
        <Textarea
          label={t('common.reason')}
          placeholder={t('sales.reasonPlaceholder')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus={coded ? undefined : true}
          value={reason}
          error={asked && wrong.reason ? t('common.atLeast', { count: LEAST }) : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {(coded || needs('WON_PRODUCT')) && (
        <Textarea
          label={t('sales.closingNote')}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
