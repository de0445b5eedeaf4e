import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { CustomerVerification, type CustomerVerified } from '~/features/consent/public/CustomerVerification'
import { useMe } from '~/features/iam/public/me'
import { FormDialog } from '~/ui/FormDialog'
import { RequestId } from '~/ui/states'
import { toastDone } from '~/ui/toast'
import { forgetRequest, noteRequest, ownersQuery, type RefusalCode, REFUSALS, type RightsDetail, type RightsRequest } from './query'

export type Step = keyof RightsRequest['can']

interface Props {
  request: RightsDetail
  step: Step
  onClose: () => void
}

const LEAST = 10
// What each step asks to be written; the others take a word where there is one.
const WRITTEN: readonly Step[] = ['complete', 'propose', 'send_back']

/** One step of a request: what it does, what it asks for, and what it cannot undo. */
export function StepDialog({ request, step, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const [text, setText] = useState(step === 'propose' || step === 'complete' ? request.outcome : '')
  const [code, setCode] = useState<RefusalCode>('RETENTION')
  const [owner, setOwner] = useState<string | null>(request.owner?.id ?? null)
  const [word, setWord] = useState('')
  const [verification, setVerification] = useState<CustomerVerified | null>(null)
  const [tried, setTried] = useState(false)
  const owners = useQuery({ ...ownersQuery(request.request_id), enabled: step === 'assign' })
  const erases = step === 'approve' && request.kind === 'ERASURE'
  const short = (WRITTEN.includes(step) || (step === 'refuse' && code === 'OTHER')) && text.trim().length < LEAST
  const unsure = erases && word.trim() !== 'HAPUS'
  const lacking = short || unsure || (step === 'assign' && owner === null) || (step === 'verify' && !verification?.verified)
  const params = { path: { request_id: request.request_id } }
  const send = useMutation({
    mutationFn: () => {
      const words = text.trim()
      switch (step) {
        case 'verify':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/verify', { params, body: { verification_id: verification?.verification_id ?? '' } }))
        case 'take':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/assign', { params, body: { owner_id: me.id } }))
        case 'assign':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/assign', { params, body: { owner_id: owner ?? '' } }))
        case 'complete':
        case 'propose':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/complete', { params, body: { outcome: words } }))
        case 'approve':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/approve', { params, body: { note: words, confirmation: word.trim() } }))
        case 'send_back':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/return', { params, body: { note: words } }))
        case 'refuse':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/refuse', { params, body: { code, reason: words } }))
        case 'withdraw':
          return unwrap(api.POST('/api/v1/rights-requests/{request_id}/withdraw', { params }))
      }
    },
    onSuccess: (saved) => {
      noteRequest(client, saved)
      toastDone(t(`stewardship.done.${step}`))
      onClose()
    },
    onError: () => void forgetRequest(client, request.request_id),
  })
  const error = isApiError(send.error) ? send.error : null
  const label = step === 'complete' || step === 'propose' ? t('stewardship.fields.outcome') : step === 'refuse' ? t('stewardship.reasonInWords') : t('stewardship.fields.note')
  const asksText = WRITTEN.includes(step) || step === 'approve' || step === 'refuse'
  const text_ = step === 'verify' || step === 'assign' || step === 'send_back' || step === 'refuse' || step === 'withdraw' ? t(`stewardship.stepText.${step}`) : t(`stewardship.does.${request.kind}`)
  return (
    <FormDialog
      title={t(`stewardship.step.${step}`)}
      text={text_}
      action={t(`stewardship.step.${step}`)}
      dirty={(text !== '' || word !== '' || verification !== null) && !send.isSuccess && text !== request.outcome}
      busy={send.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!lacking) send.mutate()
      }}
    >
      {step === 'verify' && <CustomerVerification customerId={request.customer.id} verification={verification} missing={tried && !verification?.verified} onVerification={setVerification} />}
      {step === 'assign' && (
        <Select
          label={t('stewardship.fields.owner')}
          searchable
          data={(owners.data?.items ?? []).map((each) => ({ value: each.id, label: each.full_name }))}
          value={owner}
          error={tried && owner === null ? t('common.required') : undefined}
          onChange={setOwner}
        />
      )}
      {step === 'refuse' && (
        <Select
          label={t('stewardship.fields.refusal')}
          data={REFUSALS.map((value) => ({ value, label: t(`stewardship.refusals.${value}`) }))}
          value={code}
          allowDeselect={false}
          onChange={(value) => setCode(value as RefusalCode)}
        />
      )}
      {asksText && (
        <Textarea
          label={label}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={WRITTEN.includes(step) && step !== 'send_back' ? 2000 : 500}
          value={text}
          error={tried && short ? t('common.atLeast', { count: LEAST }) : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {erases && (
        <>
          <p style={{ color: 'var(--s-critical)' }}>{t('stewardship.eraseWarning')}</p>
          <TextInput
            label={t('stewardship.eraseLabel')}
            autoComplete="off"
            maxLength={20}
            value={word}
            error={tried && unsure ? t('stewardship.eraseFirst') : undefined}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
        </>
      )}
      {error && (
        <p role="alert" style={{ color: 'var(--s-critical)' }}>
          {[error.title, error.detail].filter((part, index, all) => part && all.indexOf(part) === index).join(' ')}
        </p>
      )}
      {error && <RequestId id={error.requestId} />}
    </FormDialog>
  )
}
