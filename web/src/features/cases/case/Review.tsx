import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import type { Act, Case } from '../model'
import { activitiesOptions } from '../query'
import classes from './case.module.css'

interface Props {
  one: Case
  onAct: (act: Act, approve?: boolean) => void
}

/** A final response that a colleague looks at before it goes out. */
export function Review({ one, onAct }: Props) {
  const { t } = useTranslation()
  const rows = flatten(useInfiniteQuery(activitiesOptions(one.id)).data)
  const proposed = one.content?.proposed_response
  if (!proposed || !one.review) return null
  const wish = one.review === 'RETURNED' ? rows.find((row) => row.data.step === 'RETURNED') : undefined
  return (
    <section className={classes.review} data-review={one.review} aria-label={t(`cases.reviewTitle.${one.review}`)}>
      <h2>{t(`cases.reviewTitle.${one.review}`)}</h2>
      <p className={classes.description}>{proposed}</p>
      <p className="muted">{one.content?.proposed_by && t('cases.proposedBy', { name: one.content.proposed_by.full_name })}</p>
      {wish?.text && (
        <p className={classes.wish}>
          <strong>{wish.actor.full_name}</strong> {wish.text}
        </p>
      )}
      {one.review === 'WAITING' &&
        (one.can.review ? (
          <div className={classes.pair}>
            <Button variant="default" onClick={() => onAct('review', false)}>
              {t('cases.giveBack')}
            </Button>
            <Button onClick={() => onAct('review', true)}>{t('cases.approveSend')}</Button>
          </div>
        ) : (
          one.reasons.review && <p className="muted">{one.reasons.review}</p>
        ))}
    </section>
  )
}
