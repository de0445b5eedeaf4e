import { Button, Checkbox, PinInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { documentsOptions } from '~/features/documents/public/query'
import { time } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { DayInput } from '~/ui/DayInput'
import { toastProblem } from '~/ui/toast'
import type { CodeChannel, Method, Verification } from './query'
import classes from './consent.module.css'

interface Props {
  customerId: string
  methods: readonly Method[]
  /** How a one-time code can reach the customer now. */
  codeChannels: readonly CodeChannel[]
  verification: Verification | null
  /** Somebody tried to go on without it. */
  missing: boolean
  onVerification: (verification: Verification | null) => void
}

/** Makes sure that it is the customer who speaks; nothing of what is right is ever shown. */
export function Verify({ customerId, methods, codeChannels, verification, missing, onVerification }: Props) {
  const { t } = useTranslation()
  const [method, setMethod] = useState<Method>(methods.find((each) => each === 'IN_PERSON') ?? methods[0] ?? 'IN_PERSON')
  const start = useMutation({
    mutationFn: (given: { channel?: CodeChannel; evidence_document_id?: string }) =>
      unwrap(api.POST('/api/v1/customers/{customer_id}/consent-verifications', { params: { path: { customer_id: customerId } }, body: { method, ...given } })),
    onSuccess: onVerification,
    onError: toastProblem,
  })
  if (verification?.verified) {
    return (
      <div>
        <Chip tone="success" icon={<IconUserCheck />}>
          {t('consent.verified', { method: t(`consent.methodNames.${verification.method}`), until: time(verification.expires_at) })}
        </Chip>
      </div>
    )
  }
  const choose = (next: string) => {
    setMethod(next as Method)
    onVerification(null)
  }
  return (
    <section className={classes.step} aria-label={t('consent.verify')}>
      <h3>{t('consent.verify')}</h3>
      <SegmentedControl fullWidth aria-label={t('consent.verify')} data={methods.map((value) => ({ value, label: t(`consent.methods.${value}`) }))} value={method} onChange={choose} />
      {method === 'IN_PERSON' && <Checkbox label={t('consent.inPerson')} checked={false} disabled={start.isPending} onChange={() => start.mutate({})} />}
      {method === 'KNOWLEDGE' && <Questions verification={verification} busy={start.isPending} onStart={() => start.mutateAsync({})} onVerification={onVerification} />}
      {method === 'PHONE_OTP' && <Code channels={codeChannels} verification={verification} busy={start.isPending} onSend={(channel) => start.mutate({ channel })} onVerification={onVerification} />}
      {method === 'DIGITAL_SIGNATURE' && <SignedDocument customerId={customerId} busy={start.isPending} onUse={(evidence_document_id) => start.mutate({ evidence_document_id })} />}
      {missing && (
        <p role="alert" className={classes.wrong}>
          {t('consent.verifyFirst')}
        </p>
      )}
    </section>
  )
}

const answerOf = (verification_id: string, body: { code: string; answers?: { birth_date: string; phone: string; last_digits: string } }) =>
  unwrap(api.POST('/api/v1/consent-verifications/{verification_id}/answer', { params: { path: { verification_id } }, body }))

/** Why it is not verified yet, and how to go on. */
function Wrong({ verification, onAgain }: { verification: Verification; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <p role="alert" className={classes.wrong}>
      {verification.attempts_left > 0 ? t('consent.wrong', { count: verification.attempts_left }) : t('consent.wrongLast')}{' '}
      {verification.attempts_left === 0 && (
        <Button variant="default" onClick={onAgain}>
          {t('consent.again')}
        </Button>
      )}
    </p>
  )
}

interface AnswerProps {
  verification: Verification | null
  busy: boolean
  onVerification: (verification: Verification | null) => void
}

function Questions({ verification, busy, onStart, onVerification }: AnswerProps & { onStart: () => Promise<Verification> }) {
  const { t } = useTranslation()
  const [answers, setAnswers] = useState({ birth_date: '', phone: '', last_digits: '' })
  const [asked, setAsked] = useState(false)
  const [answered, setAnswered] = useState(false)
  const few = Object.values(answers).filter((each) => each.trim()).length < 2
  const check = useMutation({
    mutationFn: async () => answerOf((verification ?? (await onStart())).verification_id, { code: '', answers }),
    onSuccess: (now) => {
      setAnswered(true)
      onVerification(now)
    },
    onError: toastProblem,
  })
  const set = (part: Partial<typeof answers>) => setAnswers({ ...answers, ...part })
  return (
    <>
      <p className="muted">{t('consent.knowledge')}</p>
      <div className={classes.pair}>
        <DayInput label={t('consent.birthDate')} value={answers.birth_date || null} onChange={(day) => set({ birth_date: day ?? '' })} />
        <TextInput label={t('consent.phone')} inputMode="tel" autoComplete="off" maxLength={30} value={answers.phone} onChange={(event) => set({ phone: event.currentTarget.value })} />
      </div>
      <TextInput label={t('consent.lastDigits')} inputMode="numeric" autoComplete="off" maxLength={4} value={answers.last_digits} onChange={(event) => set({ last_digits: event.currentTarget.value.replace(/\D/g, '') })} error={asked && few ? t('consent.twoAnswers') : undefined} />
      {answered && verification && !verification.verified && <Wrong verification={verification} onAgain={() => onVerification(null)} />}
      <div>
        <Button
          variant="default"
          loading={check.isPending || busy}
          disabled={answered && verification?.attempts_left === 0}
          onClick={() => {
            setAsked(true)
            if (!few) check.mutate()
          }}
        >
          {t('consent.check')}
        </Button>
      </div>
    </>
  )
}

function Code({ channels, verification, busy, onSend, onVerification }: AnswerProps & { channels: readonly CodeChannel[]; onSend: (channel: CodeChannel) => void }) {
  const { t } = useTranslation()
  const [channel, setChannel] = useState<CodeChannel>(channels.find((each) => each === 'WHATSAPP') ?? channels[0] ?? 'SMS')
  const [answered, setAnswered] = useState(false)
  const check = useMutation({
    mutationFn: (code: string) => answerOf(verification?.verification_id ?? '', { code }),
    onSuccess: (now) => {
      setAnswered(true)
      onVerification(now)
    },
    onError: toastProblem,
  })
  return (
    <>
      <div className={classes.pair}>
        <Select label={t('consent.codeBy')} data={channels.map((value) => ({ value, label: t(`consent.channels.${value}`) }))} value={channel} allowDeselect={false} onChange={(value) => setChannel(value as typeof channel)} />
        <Button variant="default" mt={24} loading={busy} onClick={() => onSend(channel)}>
          {t('consent.sendCode')}
        </Button>
      </div>
      {verification && (
        <>
          <p>{t('consent.codeSent', { hint: verification.hint })}</p>
          <PinInput length={6} type="number" oneTimeCode={false} ariaLabel={t('consent.code')} disabled={check.isPending || verification.attempts_left === 0} onComplete={(code) => check.mutate(code)} />
          {answered && <Wrong verification={verification} onAgain={() => onVerification(null)} />}
        </>
      )}
    </>
  )
}

function SignedDocument({ customerId, busy, onUse }: { customerId: string; busy: boolean; onUse: (documentId: string) => void }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(documentsOptions({ subject_type: 'CUSTOMER', subject_id: customerId }))
  const [chosen, setChosen] = useState<string | null>(null)
  const documents = flatten(list.data)
  if (list.isSuccess && documents.length === 0) return <p className="muted">{t('consent.documentFirst')}</p>
  return (
    <div className={classes.pair}>
      <Select label={t('consent.document')} data={documents.map((each) => ({ value: each.id, label: each.title }))} value={chosen} onChange={setChosen} />
      <Button variant="default" mt={24} loading={busy} disabled={chosen === null} onClick={() => chosen && onUse(chosen)}>
        {t('consent.useDocument')}
      </Button>
    </div>
  )
}
