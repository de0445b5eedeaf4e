import { Button, Checkbox, Menu, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconDotsVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { Customer } from '~/api/models'
import { unwrap } from '~/api/problem'
import { date } from '~/lib/format'
import { useLabel } from '~/lib/labels'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Dialog } from '~/ui/Dialog'
import { FormDialog } from '~/ui/FormDialog'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Problem } from '~/ui/states'
import { editsOf, useEdit } from '../stewardship'
import classes from './ManageNumbers.module.css'

interface Props {
  customer: Customer
  onSaved: () => void
  onClose: () => void
}

type Number = Customer['identifiers'][number]
type Act = 'verify' | 'unverify' | 'setPrimary' | 'retire' | 'restore'

const TYPES = ['CIF', 'NIK', 'ACCOUNT_NO', 'METER_NO', 'MEMBER_NO'] as const
const MIN_REASON = 10

/** The numbers of a customer, masked, and what a steward does with each. */
export function ManageNumbers({ customer, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const client = useQueryClient()
  const [open, setOpen] = useState<{ act: Act; number: Number } | 'add' | null>(null)
  const key = ['retired-identifiers', customer.customer_id]
  const retired = useQuery({
    queryKey: key,
    queryFn: () => unwrap(api.GET('/api/v1/customers/{customer_id}/identifiers/retired', { params: { path: { customer_id: customer.customer_id } } })),
  })
  const saved = () => {
    onSaved()
    void client.invalidateQueries({ queryKey: key })
  }
  const run = useEdit(customer, saved)
  const edits = editsOf(customer.customer_id)
  const edit = ({ act, number: { identifier_id: id, id_type } }: { act: Act; number: Number }) => {
    const primary = customer.identifiers.find((each) => each.id_type === id_type && each.is_primary)
    return {
      verify: { edit: edits.verify(id, true), undo: edits.verify(id, false) },
      unverify: { edit: edits.verify(id, false), undo: edits.verify(id, true) },
      setPrimary: { edit: edits.setPrimary(id), undo: primary && edits.setPrimary(primary.identifier_id) },
      retire: { edit: edits.retire(id), undo: edits.restore(id) },
      restore: { edit: edits.restore(id), undo: edits.retire(id) },
    }[act]
  }
  const row = (each: Number, acts: Act[], after?: string) => {
    const name = `${label('customers.identifiers', each.id_type)} ${each.masked}`
    return (
      <li key={each.identifier_id} className={classes.row}>
        <span className={classes.type}>{label('customers.identifiers', each.id_type)}</span>
        <span className="num">{each.masked}</span>
        <span className={classes.marks}>
          {each.is_primary && !after && <Chip>{t('customers.primary')}</Chip>}
          {each.verified_at && !after && <Chip tone="success">{t('customers.verified', { date: date(each.verified_at) })}</Chip>}
          {after && <span className="muted">{after}</span>}
        </span>
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" aria-label={t('customers.numbers.acts', { number: name })}>
              <IconDotsVertical size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.map((act) => (
              <Menu.Item key={act} onClick={() => setOpen({ act, number: each })}>
                {t(`customers.numbers.${act}.title`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </li>
    )
  }
  return (
    <>
      <Dialog opened onClose={() => open === null && onClose()} title={t('customers.numbers.title')} size={560}>
        <p className="muted">{t('customers.numbers.text')}</p>
        {customer.identifiers.length === 0 && <p className={classes.empty}>{t('customers.numbers.none')}</p>}
        <ul className={classes.list} aria-label={t('customers.numbers.title')}>
          {customer.identifiers.map((each) => row(each, [each.verified_at ? 'unverify' : 'verify', ...(each.is_primary ? [] : (['setPrimary'] as const)), 'retire']))}
        </ul>
        {retired.isPending && <Bone width={220} />}
        {retired.isError && <Problem error={retired.error} onRetry={() => void retired.refetch()} />}
        {retired.data && retired.data.items.length > 0 && (
          <>
            <h3 className={classes.head}>{t('customers.numbers.retired')}</h3>
            <ul className={classes.list} aria-label={t('customers.numbers.retired')}>
              {retired.data.items.map((each) => row(each, ['restore'], t('customers.numbers.retiredBy', { date: date(each.retired_at), name: each.retired_by.full_name })))}
            </ul>
          </>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button onClick={() => setOpen('add')}>{t('customers.numbers.add')}</Button>
        </div>
      </Dialog>
      {open === 'add' && <AddNumber customer={customer} onSaved={saved} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'add' && (
        <ReasonDialog
          title={t(`customers.numbers.${open.act}.title`)}
          text={t(`customers.numbers.${open.act}.text`, { number: `${label('customers.identifiers', open.number.id_type)} ${open.number.masked}` })}
          action={t(`customers.numbers.${open.act}.title`)}
          busy={run.isPending}
          onClose={() => setOpen(null)}
          onSubmit={(reason) => run.mutate({ ...edit(open), reason, done: t(`customers.numbers.${open.act}.done`) }, { onSuccess: () => setOpen(null) })}
        />
      )}
    </>
  )
}

function AddNumber({ customer, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const form = useForm({ initialValues: { id_type: null as (typeof TYPES)[number] | null, value: '', is_primary: false, verified: false, reason: '' } })
  const run = useEdit(customer, onSaved, form.setErrors)
  const edits = editsOf(customer.customer_id)
  return (
    <FormDialog
      title={t('customers.numbers.add')}
      text={t('customers.numbers.addText')}
      action={t('common.save')}
      dirty={form.isDirty() && !run.isSuccess}
      busy={run.isPending}
      onClose={onClose}
      onSubmit={form.onSubmit(({ id_type, reason, ...given }) => {
        if (!id_type) return form.setFieldError('id_type', t('common.required'))
        if (!given.value.trim()) return form.setFieldError('value', t('common.required'))
        if (reason.trim().length < MIN_REASON) return form.setFieldError('reason', t('common.atLeast', { count: MIN_REASON }))
        run.mutate({ edit: edits.addNumber({ ...given, id_type }), reason: reason.trim(), done: t('customers.numbers.added') }, { onSuccess: onClose })
      })}
    >
      <Select label={t('customers.numbers.type')} data={TYPES.map((type) => ({ value: type, label: label('customers.identifiers', type) }))} data-autofocus {...form.getInputProps('id_type')} />
      <TextInput label={t('customers.numbers.value')} autoComplete="off" maxLength={60} {...form.getInputProps('value')} />
      <Checkbox label={t('customers.numbers.isPrimary')} {...form.getInputProps('is_primary', { type: 'checkbox' })} />
      <Checkbox label={t('customers.numbers.isVerified')} {...form.getInputProps('verified', { type: 'checkbox' })} />
      <Textarea label={t('customers.editReason')} placeholder={t('customers.editReasonPlaceholder')} rows={2} maxLength={300} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
