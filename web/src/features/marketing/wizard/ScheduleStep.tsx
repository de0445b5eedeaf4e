import { NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CampaignFields } from './useCampaignFields'
import classes from './wizard.module.css'

/** When it starts, who is left out for comparison, what it may cost, and what happens with those who answer. */
export function ScheduleStep({ fields }: { fields: CampaignFields }) {
  const { t } = useTranslation()
  const { values, set, choose, flush, faults } = fields
  const [planned, setPlanned] = useState(values.scheduled_at !== '')
  return (
    <>
      <div>
        <p className={classes.label}>{t('campaigns.start')}</p>
        <SegmentedControl
          aria-label={t('campaigns.start')}
          data={[
            { value: 'hand', label: t('campaigns.startByHand') },
            { value: 'planned', label: t('campaigns.startPlanned') },
          ]}
          value={planned ? 'planned' : 'hand'}
          onChange={(value) => {
            setPlanned(value === 'planned')
            if (value === 'hand') choose({ scheduled_at: '' })
          }}
        />
      </div>
      {planned && (
        <TextInput
          type="datetime-local"
          label={t('campaigns.fields.scheduled_at')}
          value={values.scheduled_at}
          error={faults.scheduled_at}
          style={{ maxWidth: 240 }}
          onChange={(event) => set({ scheduled_at: event.currentTarget.value })}
          onBlur={flush}
        />
      )}
      <p className="muted">{t('campaigns.windows')}</p>
      <NumberInput
        label={t('campaigns.fields.holdout_percent')}
        description={t('campaigns.holdoutText')}
        suffix=" %"
        min={0}
        max={50}
        clampBehavior="strict"
        allowDecimal={false}
        style={{ maxWidth: 360 }}
        value={values.holdout_percent}
        error={faults.holdout_percent}
        onChange={(value) => set({ holdout_percent: Number(value) || 0 })}
        onBlur={flush}
      />
      <NumberInput
        label={t('campaigns.fields.budget')}
        hideControls
        prefix="Rp "
        thousandSeparator="."
        decimalSeparator=","
        decimalScale={2}
        style={{ maxWidth: 240 }}
        value={values.budget}
        error={faults.budget}
        onValueChange={(next) => set({ budget: next.value })}
        onBlur={flush}
      />
      <Switch label={t('campaigns.fields.hand_off')} description={t('campaigns.handOffText')} checked={values.hand_off} onChange={(event) => choose({ hand_off: event.currentTarget.checked })} />
    </>
  )
}
