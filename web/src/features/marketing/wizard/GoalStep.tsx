import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { type Objective, OBJECTIVES } from '../campaigns/query'
import type { CampaignFields } from './useCampaignFields'

/** What the campaign is for, and what is expected of it. */
export function GoalStep({ fields }: { fields: CampaignFields }) {
  const { t } = useTranslation()
  const { values, set, choose, flush, faults } = fields
  return (
    <>
      <TextInput label={t('campaigns.fields.name')} maxLength={120} value={values.name} error={faults.name} onChange={(event) => set({ name: event.currentTarget.value })} onBlur={flush} />
      <Select
        label={t('campaigns.fields.objective_kind')}
        allowDeselect={false}
        data={OBJECTIVES.map((value) => ({ value, label: t(`campaigns.objectives.${value}`) }))}
        value={values.objective_kind}
        error={faults.objective_kind}
        onChange={(value) => choose({ objective_kind: value as Objective })}
      />
      <Textarea
        label={t('campaigns.fields.objective')}
        description={t('campaigns.objectiveText')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={values.objective}
        error={faults.objective}
        onChange={(event) => set({ objective: event.currentTarget.value })}
        onBlur={flush}
      />
      <Textarea
        label={t('campaigns.fields.expected_result')}
        description={t('campaigns.expectedText')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={1000}
        value={values.expected_result}
        error={faults.expected_result}
        onChange={(event) => set({ expected_result: event.currentTarget.value })}
        onBlur={flush}
      />
    </>
  )
}
