import './texts/id/stewardship'

import { Checkbox, Input, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { unwrap } from '~/api/problem'
import { CustomerVerification, type CustomerVerified } from '~/features/consent/public/CustomerVerification'
import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { dateTime } from '~/lib/format'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { type Kind, KINDS, noteRequest, RECEIVED, type ReceivedBy } from './query'

interface Props {
  /** Whom it is about, where the page knows. */
  customerId?: string
  onClose: () => void
}

/** What a person asks about the own data, how and when it came, and how we know the person. */
export function ReceiveDialog({ customerId, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [key] = useState(intentKey)
  const [customer, setCustomer] = useState(customerId)
  const [kind, setKind] = useState<Kind>('ACCESS')
  const [receivedBy, setReceivedBy] = useState<ReceivedBy>('BRANCH')
  const [isNow, setNow] = useState(true)
  const [at, setAt] = useState('')
  const [details, setDetails] = useState('')
  const [verification, setVerification] = useState<CustomerVerified | null>(null)
  const [tried, setTried] = useState(false)
  const lacksTime = !isNow && at === ''
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/rights-requests', {
          headers: { 'Idempotency-Key': key },
          body: {
            customer_id: customer ?? '',
            kind,
            received_by: receivedBy,
            received_at: isNow ? undefined : new Date(at).toISOString(),
            details: details.trim(),
            verification_id: verification?.verified ? verification.verification_id : undefined,
          },
        }),
      ),
    onSuccess: (made) => {
      noteRequest(client, made)
      toastDone(t('stewardship.received', { at: dateTime(made.due_at) }))
    },
    onError: toastProblem,
  })
  useMade(save.data, onClose)
  const touched = customer !== customerId || kind !== 'ACCESS' || receivedBy !== 'BRANCH' || !isNow || details !== '' || verification !== null
  return (
    <FormDialog
      title={t('stewardship.receive')}
      text={t('stewardship.receiveText')}
      action={t('common.save')}
      dirty={touched && !save.isSuccess}
      busy={save.isPending}
      size={600}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (customer && !lacksTime) save.mutate()
      }}
    >
      {!customerId && (
        <div>
          <CustomerPicker
            customerId={customer}
            onCustomer={(next) => {
              setCustomer(next)
              setVerification(null)
            }}
          />
          {tried && !customer && <Input.Error mt={5}>{t('stewardship.customerFirst')}</Input.Error>}
        </div>
      )}
      <Select
        label={t('stewardship.fields.kind')}
        description={t(`stewardship.does.${kind}`)}
        data={KINDS.map((value) => ({ value, label: t(`stewardship.kinds.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(value as Kind)}
      />
      <Select
        label={t('stewardship.fields.receivedBy')}
        data={RECEIVED.map((value) => ({ value, label: t(`stewardship.receivedNames.${value}`) }))}
        value={receivedBy}
        allowDeselect={false}
        onChange={(value) => setReceivedBy(value as ReceivedBy)}
      />
      <Checkbox label={t('stewardship.receivedNow')} checked={isNow} onChange={(event) => setNow(event.currentTarget.checked)} />
      {!isNow && (
        <TextInput
          type="datetime-local"
          label={t('stewardship.fields.receivedAt')}
          value={at}
          error={tried && lacksTime ? t('common.required') : undefined}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
      )}
      <Textarea label={t('stewardship.fields.details')} autosize minRows={2} maxRows={10} maxLength={2000} value={details} onChange={(event) => setDetails(event.currentTarget.value)} />
      {customer && (
        <div>
          <p className="muted" style={{ marginBottom: 6 }}>
            {t('stewardship.verifyLater')}
          </p>
          <CustomerVerification customerId={customer} verification={verification} missing={false} onVerification={setVerification} />
        </div>
      )}
    </FormDialog>
  )
}
