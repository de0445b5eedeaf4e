import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems } from '~/api/problem'
import { Confirm } from '~/ui/Confirm'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { type CampaignWhole, forgetCampaign, noteCampaign, STEPS, type Step, takeStep } from './query'

const REASONED: readonly Step[] = ['reject', 'cancel']
/** What is submitted is checked in the wizard first. */
const ELSEWHERE: readonly Step[] = ['submit']

/** The steps that may be taken now, as the server says; each says what it does before it does it. */
export function StepButtons({ campaign }: { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [step, setStep] = useState<Step | null>(null)
  const [note, setNote] = useState('')
  const take = useMutation({
    mutationFn: ({ wanted, reason }: { wanted: Step; reason: string }) => takeStep(campaign, wanted, reason),
    onSuccess: (saved, { wanted }) => {
      noteCampaign(client, saved)
      toastDone(t(`campaigns.done.${wanted}`, { name: saved.name }))
    },
    onError: (error) => {
      const said = Object.values(fieldProblems(error))[0]
      toastProblem(said ? new Error(said) : error)
      void forgetCampaign(client, campaign.campaign_id)
    },
    onSettled: () => setStep(null),
  })
  const offered = STEPS.filter((each) => campaign.can[each] && !ELSEWHERE.includes(each))
  const open = (each: Step) => {
    setNote('')
    setStep(each)
  }
  const words = { name: campaign.name }
  return (
    <>
      {offered.map((each, index) => (
        <Button key={each} variant={index === offered.length - 1 && !REASONED.includes(each) ? 'filled' : 'default'} onClick={() => open(each)}>
          {t(`campaigns.steps.${each}`)}
        </Button>
      ))}
      {step && REASONED.includes(step) && (
        <ReasonDialog title={t(`campaigns.ask.${step}`)} text={t(`campaigns.askText.${step}`, words)} action={t(`campaigns.steps.${step}`)} maxLength={500} busy={take.isPending} onSubmit={(reason) => take.mutate({ wanted: step, reason })} onClose={() => setStep(null)} />
      )}
      {step && !REASONED.includes(step) && (
        <Confirm opened title={t(`campaigns.ask.${step}`)} action={t(`campaigns.steps.${step}`)} busy={take.isPending} onConfirm={() => take.mutate({ wanted: step, reason: note.trim() })} onClose={() => setStep(null)}>
          <p>{t(`campaigns.askText.${step}`, words)}</p>
          {step === 'approve' && <Textarea mt={12} label={t('campaigns.note')} autosize minRows={2} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />}
        </Confirm>
      )}
    </>
  )
}
