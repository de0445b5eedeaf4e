import '../texts/id/cases'

import { Button, Input, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { fieldProblems, isApiError, unwrap } from '~/api/problem'
import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { useMe } from '~/features/iam/public/me'
import { useKeptText } from '~/lib/keptText'
import { flatten } from '~/lib/keyset'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { Page } from '~/ui/Page'
import { NotHere, Problem } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { Files } from '../intake/Files'
import { type Incoming, incomingKey, incomingOptions } from '../intake/incoming'
import { PreviewCard } from '../intake/PreviewCard'
import { type CreateIn, previewQuery } from '../intake/query'
import { Receipt } from '../intake/Receipt'
import type { Case } from '../model'
import { caseOptionsQuery, forgetLists } from '../query'
import classes from '../intake/intake.module.css'

interface Props {
  customerId: string | undefined
  /** The message from outside that becomes the case. */
  incomingId: string | undefined
  onCustomer: (customerId: string | undefined) => void
}

const REST_MS = 500
const LEAST = 10
const START = {
  channel: null as string | null,
  kind: null as string | null,
  category_code: null as string | null,
  priority: 'MEDIUM' as string,
  description: '',
  contact_preference: '' as string,
  product: '',
  transaction_ref: '',
  amount: '' as string | number,
  complainant: '',
  complainant_authority: '',
}

/** A complaint is written down: four fields are enough, and what comes of it stands beside them while they are filled in. */
export function NewCase(props: Props) {
  // What a message already says is filled in before the form is shown.
  const list = useInfiniteQuery({ ...incomingOptions('WAITING'), enabled: props.incomingId !== undefined })
  const incoming = flatten(list.data).find((each) => each.id === props.incomingId)
  if (props.incomingId && list.isPending) return <Page title="">{''}</Page>
  if (props.incomingId && list.isError) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  if (props.incomingId && !incoming) return <NotHere page />
  return <Form key={incoming?.id ?? ''} {...props} incoming={incoming} />
}

function Form({ customerId: chosen, incoming, onCustomer }: Props & { incoming: Incoming | undefined }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const options = useQuery(caseOptionsQuery)
  const customerId = chosen ?? incoming?.customer?.id
  const form = useForm({
    initialValues: incoming ? { ...START, channel: incoming.channel as string | null, category_code: incoming.category?.code ?? null, description: [incoming.subject, incoming.text].filter(Boolean).join('\n') } : START,
  })
  const [files, setFiles] = useState<File[]>([])
  const me = useMe()
  const [created, setCreated] = useState(false)
  useKeptText({ place: customerId ? `new-case.${incoming?.id ?? customerId}` : null, userId: me.id, value: form.values, empty: created || !form.isDirty(), restore: form.setValues })
  const formId = useId()
  const key = useRef(intentKey())
  const { channel, category_code, priority, kind, description } = form.values
  const fixedKind = channel ? (options.data?.kind_of_channel[channel as 'BRANCH'] ?? null) : null
  const asksKind = channel !== null && fixedKind === null
  const wanted = customerId && channel && category_code ? { customer_id: customerId, channel, kind: asksKind ? kind : null, category_code, priority, description: description.trim() } : null
  const [rested] = useDebouncedValue(wanted && JSON.stringify(wanted), REST_MS)
  const preview = useQuery(previewQuery(rested ? (JSON.parse(rested) as Parameters<typeof previewQuery>[0]) : null))
  const uncovered = wanted !== null && preview.data && !preview.data.covered && !preview.isPlaceholderData ? preview.data.reason : null
  // The first field that is marked is where to go on; what is folded away is opened for it.
  const showFirst = () =>
    requestAnimationFrame(() => {
      const first = document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')
      first?.closest('details')?.setAttribute('open', '')
      first?.focus()
    })
  const create = useMutation({
    mutationFn: () => {
      const { amount, contact_preference, ...rest } = form.values
      const body = { ...rest, kind: asksKind ? kind : null, customer_id: customerId, contact_preference: contact_preference ?? '', amount: amount === '' ? null : String(amount) }
      if (incoming) return unwrap(api.POST('/api/v1/case-intake/{incoming_id}/accept', { params: { path: { incoming_id: incoming.id } }, body: body as unknown as CreateIn }))
      return unwrap(api.POST('/api/v1/cases', { headers: { 'Idempotency-Key': key.current }, body: body as unknown as CreateIn }))
    },
    onSuccess: () => {
      setCreated(true)
      forgetLists(client)
      void client.invalidateQueries({ queryKey: incomingKey, refetchType: 'none' })
    },
    onError: (error) => {
      key.current = intentKey()
      const wrong = fieldProblems(error)
      if (isApiError(error) && (error.code === 'no_service_level' || error.code === 'legal_rules_not_found')) form.setFieldError('category_code', error.detail ?? error.title)
      else if (Object.keys(wrong).length > 0) {
        form.setErrors(Object.fromEntries(Object.entries(wrong).map(([name, message]) => [name.split('.').at(-1) ?? name, message])))
        showFirst()
      }
      else toastProblem(error)
    },
  })
  useEffect(() => {
    if (create.isSuccess) window.scrollTo(0, 0)
  }, [create.isSuccess])
  if (create.data) {
    const again = () => {
      key.current = intentKey()
      create.reset()
      setCreated(false)
      form.reset()
      setFiles([])
      onCustomer(undefined)
    }
    return <Receipt one={create.data as Case} files={files} onAgain={again} />
  }
  if (options.isError) return <Problem page error={options.error} onRetry={() => void options.refetch()} />
  const submit = form.onSubmit((values) => {
    const errors: Record<string, string> = {}
    if (!values.channel) errors.channel = t('common.required')
    if (asksKind && !values.kind) errors.kind = t('common.required')
    if (!values.category_code) errors.category_code = t('common.required')
    if (values.description.trim().length < LEAST) errors.description = t('common.atLeast', { count: LEAST })
    if (values.complainant.trim() && !values.complainant_authority.trim()) errors.complainant_authority = t('common.required')
    form.setErrors(errors)
    if (Object.keys(errors).length > 0) showFirst()
    if (Object.keys(errors).length === 0 && customerId && !uncovered) create.mutate()
  })
  const choices = (list: readonly { key: string; name: string }[] | undefined) => (list ?? []).map((each) => ({ value: each.key, label: each.name }))
  return (
    <Page title={t('cases.create')} text={t(incoming ? 'cases.intake.fromMessage' : 'cases.intake.text')} width="full">
      <div className={classes.columns}>
        <form
          id={formId}
          noValidate
          className={classes.form}
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
          }}
        >
          <CustomerPicker customerId={customerId} onCustomer={onCustomer} />
          <div className={classes.pair}>
            <Select label={t('cases.fields.channel')} required data={choices(options.data?.channels)} autoFocus={Boolean(customerId)} {...form.getInputProps('channel')} />
            {asksKind ? (
              <Input.Wrapper label={t('cases.fields.kind')} required labelElement="div" error={form.errors.kind}>
                <SegmentedControl fullWidth aria-label={t('cases.fields.kind')} data={choices(options.data?.kinds)} value={kind ?? ''} onChange={(value) => form.setFieldValue('kind', value)} />
              </Input.Wrapper>
            ) : (
              <TextInput label={t('cases.fields.kind')} readOnly value={fixedKind ? t(`cases.kinds.${fixedKind}`) : ''} placeholder={t('cases.intake.kindFollows')} />
            )}
            <Select
              label={t('cases.fields.category')}
              required
              searchable
              data={(options.data?.categories ?? []).map((each) => ({ value: each.code, label: each.name }))}
              {...form.getInputProps('category_code')}
              error={form.errors.category_code ?? uncovered}
            />
            <Input.Wrapper label={t('cases.fields.priority')} required labelElement="div">
              <SegmentedControl fullWidth aria-label={t('cases.fields.priority')} data={choices(options.data?.priorities)} {...form.getInputProps('priority')} />
            </Input.Wrapper>
          </div>
          <Textarea label={t('cases.description')} required autosize minRows={5} maxRows={16} maxLength={10_000} placeholder={t('cases.intake.describe')} {...form.getInputProps('description')} />
          <details className={classes.more}>
            <summary>{t('cases.intake.more')}</summary>
            <div className={classes.form}>
              <div className={classes.pair}>
                <Select
                  label={t('cases.fields.preference')}
                  clearable
                  clearButtonProps={{ 'aria-label': t('common.clear') }}
                  data={choices(options.data?.contact_preferences).filter((each) => each.value)}
                  {...form.getInputProps('contact_preference')}
                  value={form.values.contact_preference || null}
                />
                <Select
                  label={t('cases.fields.product')}
                  clearable
                  searchable
                  clearButtonProps={{ 'aria-label': t('common.clear') }}
                  data={(options.data?.products ?? []).map((each) => ({ value: each.code, label: each.name }))}
                  {...form.getInputProps('product')}
                  value={form.values.product || null}
                  onChange={(product) => form.setFieldValue('product', product ?? '')}
                />
                <TextInput label={t('cases.fields.reference')} maxLength={120} {...form.getInputProps('transaction_ref')} />
                <NumberInput label={t('cases.fields.amount')} prefix="Rp " thousandSeparator="." decimalSeparator="," decimalScale={2} min={0} hideControls {...form.getInputProps('amount')} />
                <TextInput label={t('cases.fields.complainant')} description={t('cases.intake.complainantText')} maxLength={120} {...form.getInputProps('complainant')} />
                <TextInput label={t('cases.fields.authority')} description={t('cases.intake.authorityText')} maxLength={500} {...form.getInputProps('complainant_authority')} />
              </div>
            </div>
          </details>
          <Files files={files} onFiles={setFiles} />
        </form>
        <PreviewCard preview={preview.data} busy={preview.isFetching} />
        <div className={classes.buttons}>
          <Button type="submit" form={formId} loading={create.isPending} disabled={!customerId || Boolean(uncovered)}>
            {t('cases.intake.submit')}
          </Button>
          {!customerId && <span className="muted">{t('cases.intake.customerFirst')}</span>}
        </div>
      </div>
      <LeaveGuard dirty={form.isDirty() || files.length > 0} />
    </Page>
  )
}
