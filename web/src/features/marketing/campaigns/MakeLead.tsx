import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconTargetArrow } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { may } from '~/lib/permissions'
import { toastDone, toastProblem } from '~/ui/toast'
import type { CampaignWhole } from './query'

/** Hands one customer of a campaign over to sales; whose lead it becomes is for the rule. */
export function MakeLead({ campaign, customerId }: { campaign: CampaignWhole; customerId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/leads', {
          body: {
            customer_id: customerId,
            source_type: 'CAMPAIGN',
            source_id: campaign.campaign_id,
            interest: campaign.name,
            note: '',
          },
        }),
      ),
    onSuccess: (lead) =>
      toastDone(
        lead.assigned_to
          ? t('campaigns.leadMade', { name: lead.assigned_to.full_name })
          : t('campaigns.leadWaits', { branch: lead.branch.name }),
      ),
    onError: (error) => toastProblem(error),
  })
  if (!may(me, 'lead', 'C') || campaign.frozen_at === null) return null
  return (
    <Button
      variant="default"
      leftSection={<IconTargetArrow size={15} />}
      loading={make.isPending}
      disabled={make.isSuccess}
      onClick={() => make.mutate()}
    >
      {t('campaigns.makeLead')}
    </Button>
  )
}
