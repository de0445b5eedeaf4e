import { Button, NumberInput, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { Bone } from '~/ui/Bone'
import { useProposed } from '~/ui/Proposal'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { KEY, type Rule, rulesQuery, saveRule } from './query'
import classes from './Suspicion.module.css'

/** The rules with their thresholds; each is saved by itself. */
export function Rules() {
  const query = useQuery(rulesQuery)
  if (query.isError && !query.data) return <Problem error={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending) {
    return (
      <div aria-hidden>
        {[320, 280, 300].map((width) => (
          <div key={width} className={classes.rule}>
            <Bone width={width} height={16} />
            <Bone width={width + 160} />
          </div>
        ))}
      </div>
    )
  }
  return (
    <>
      <WaitingChanges kinds={['suspicion_rules_update']} />
      <ul>
        {query.data.items.map((rule) => (
          <RuleForm key={`${rule.key} ${rule.version}`} rule={rule} />
        ))}
      </ul>
    </>
  )
}

/** An empty field is no number; read as one it would be 0. */
const missing = (value: number | string | undefined) => value === '' || Number.isNaN(Number(value))

function RuleForm({ rule }: { rule: Rule }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const shipped = () => Object.fromEntries(rule.thresholds.map(({ key, value }) => [key, value]))
  const [enabled, setEnabled] = useState(rule.enabled)
  const [asked, setAsked] = useState(false)
  const [values, setValues] = useState<Record<string, number | string>>(shipped)
  const saving = useMutation({
    mutationFn: saveRule,
    onSuccess: (next) => {
      if (!proposed(next)) return toastDone(t('suspicion.saved'))
      // What stands is shown again; what was entered is kept in the proposal.
      setEnabled(rule.enabled)
      setValues(shipped())
    },
    onError: (error) => {
      if (!isApiError(error) || error.status !== 422) toastProblem(error)
    },
    onSettled: () => void client.invalidateQueries({ queryKey: KEY }),
  })
  const fields = isApiError(saving.error) ? saving.error.fields : {}
  const dirty = enabled !== rule.enabled || rule.thresholds.some(({ key, value }) => values[key] !== value)
  return (
    <li className={classes.rule}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          const thresholds = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value)]))
          if (!Object.values(values).some(missing)) saving.mutate({ key: rule.key, enabled, thresholds, version: rule.version })
        }}
      >
        <div className={classes.ruleHead}>
          <h2 className={classes.ruleTitle}>{rule.title}</h2>
          <Switch label={t('suspicion.enabled')} aria-label={`${t('suspicion.enabled')}: ${rule.title}`} checked={enabled} disabled={!rule.can.update} onChange={(event) => setEnabled(event.currentTarget.checked)} />
        </div>
        <p className={classes.ruleText}>{rule.text}</p>
        <div className={classes.thresholds}>
          {rule.thresholds.map((threshold) => (
            <NumberInput
              key={threshold.key}
              label={threshold.label}
              description={t('suspicion.shipped', { value: threshold.default })}
              value={values[threshold.key]}
              min={threshold.minimum}
              max={threshold.maximum}
              clampBehavior="none"
              allowDecimal={!threshold.whole}
              disabled={!rule.can.update || !enabled}
              error={asked && missing(values[threshold.key]) ? t('common.required') : fields[`thresholds.${threshold.key}`]?.[0]}
              onChange={(value) => setValues({ ...values, [threshold.key]: value })}
            />
          ))}
        </div>
        <div className={classes.ruleFoot}>
          {rule.can.update && (
            <Button type="submit" aria-label={`${t('suspicion.save')}: ${rule.title}`} disabled={!dirty} loading={saving.isPending}>
              {t('suspicion.save')}
            </Button>
          )}
          {rule.changed_by && <span className="muted">{t('suspicion.changed', { name: rule.changed_by.full_name })}</span>}
        </div>
      </form>
    </li>
  )
}
