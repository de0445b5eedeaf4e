import '../texts/id/followup'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import type { Move } from '../model'
import { movesOptions } from '../query'
import classes from '../followup.module.css'

/** What one run took from me and gave me. */
export function Moves({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const found = useQuery(movesOptions(runId))
  if (found.isError && !found.data)
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const moves = found.data
  return (
    <Page
      title={t('followup.moves')}
      text={
        moves ? (
          t('followup.movesText', { at: dateTime(moves.ran_at) })
        ) : (
          <Link to="/followup">← {t('followup.mine')}</Link>
        )
      }
      width="reading"
    >
      {!moves && <ListBones />}
      {moves && (
        <>
          <Section title={t('followup.gained')}>
            <MoveList moves={moves.gained} none={t('followup.gainedNone')} />
          </Section>
          <Section title={t('followup.lost')}>
            <MoveList moves={moves.lost} none={t('followup.lostNone')} lost />
          </Section>
        </>
      )}
    </Page>
  )
}

interface ListProps {
  moves: readonly Move[]
  none: string
  /** They have another agent now: only whoever has them opens them. */
  lost?: boolean
}

function MoveList({ moves, none, lost }: ListProps) {
  const { t } = useTranslation()
  if (moves.length === 0) return <p className="muted">{none}</p>
  return (
    <ul className={classes.plain}>
      {moves.map((each) => (
        <li key={each.customer.id}>
          <strong>
            {lost ? (
              each.customer.name
            ) : (
              <Link
                to="/followup/members/$customerId"
                params={{ customerId: each.customer.id }}
                preload={false}
              >
                {each.customer.name}
              </Link>
            )}
          </strong>
          <span>
            {t(`followup.reasons.${each.reason}`)}
            {lost && (
              <>, {t('followup.toNext', { number: each.to_number, name: each.to_name })}</>
            )}
          </span>
          {each.before.length > 0 && (
            <span className="muted">
              {t('followup.before', { numbers: each.before.join(' → ') })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
