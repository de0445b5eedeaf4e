import '../texts/id/scoring'

import { Checkbox, NumberInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import classes from '../sales.module.css'
import { type LeadScoring, scoringQuery } from './scoringQuery'

interface Props {
  scoring: LeadScoring
  onClose: () => void
}

const BOUNDS = ['HOT', 'WARM', 'COOL'] as const

/** The points of each factor and the bounds of the bands; every lead is scored anew afterwards. */
export function ScoringDialog({ scoring, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      factors: Object.fromEntries(
        scoring.factors.map((each) => [
          each.code,
          { points: each.points as number | string, days: each.days as number | string | null, is_active: each.is_active },
        ]),
      ),
      bounds: Object.fromEntries(scoring.bands.map((each) => [each.band, each.starts_at as number | string])),
    },
  })
  const renew = () => void client.invalidateQueries({ queryKey: scoringQuery.queryKey })
  const save = useVersionedSave({
    send: (version) =>
      unwrap(
        api.PUT('/api/v1/lead-scoring', {
          body: {
            version: version ?? scoring.version,
            factors: Object.fromEntries(
              Object.entries(form.values.factors).map(([code, each]) => [
                code,
                { points: Number(each.points), is_active: each.is_active, days: each.days === null ? null : Number(each.days) },
              ]),
            ),
            hot_from: Number(form.values.bounds.HOT),
            warm_from: Number(form.values.bounds.WARM),
            cool_from: Number(form.values.bounds.COOL),
          },
        }),
      ),
    onSaved: () => {
      renew()
      toastDone(t('scoring.saved'))
    },
    onStale: renew,
    onRefused: form.setErrors,
    fieldOf: (name) => (name === 'hot_from' ? 'bounds.HOT' : name),
  })
  useMade(save.saved, onClose)
  return (
    <>
      <FormDialog
        title={t('scoring.change')}
        text={t('scoring.changeText')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={form.onSubmit(() => save.run(scoring.version))}
        onClose={onClose}
      >
        {scoring.factors.map((each) => (
          <div key={each.code} className={classes.buttons}>
            <NumberInput
              label={t('scoring.pointsOf', { name: each.label })}
              min={0}
              max={100}
              allowDecimal={false}
              hideControls
              {...form.getInputProps(`factors.${each.code}.points`)}
            />
            {each.days !== null && (
              <NumberInput
                label={t('scoring.daysOf', { name: each.label })}
                min={1}
                max={365}
                allowDecimal={false}
                hideControls
                {...form.getInputProps(`factors.${each.code}.days`)}
              />
            )}
            <Checkbox
              label={t('scoring.onOf', { name: each.label })}
              disabled={each.missing !== null}
              {...form.getInputProps(`factors.${each.code}.is_active`, { type: 'checkbox' })}
            />
          </div>
        ))}
        {BOUNDS.map((band) => (
          <NumberInput
            key={band}
            label={t('scoring.startsAt', { band: scoring.bands.find((each) => each.band === band)?.label })}
            min={1}
            max={1000}
            allowDecimal={false}
            hideControls
            {...form.getInputProps(`bounds.${band}`)}
          />
        ))}
      </FormDialog>
      {save.dialog}
    </>
  )
}
