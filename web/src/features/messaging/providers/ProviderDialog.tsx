import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { Password } from '~/ui/Password'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { type Field, fieldsShown, formField, PROTOCOLS, secretsOf, settingsOf, type Values, valuesOf } from './fields'
import { type Protocol, type Provider, type ProviderChannel, providersQuery } from './query'
import classes from './providers.module.css'

const KEY = /^[a-z][a-z0-9_-]{1,39}$/
const CHANNELS = Object.keys(PROTOCOLS) as ProviderChannel[]

interface FormValues {
  name: string
  key: string
  channel: ProviderChannel
  adapter: Protocol
  position: number
  per_second: number
  batch_size: number
  is_active: boolean
  values: Values
  secrets: Values
}

/** An account with a provider: how it is called, when it is used, and what its protocol needs. Secrets that are there are never shown. */
export function ProviderDialog({ provider, onClose }: { provider: Provider | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm<FormValues>({
    initialValues: {
      name: provider?.name ?? '',
      key: provider?.key ?? '',
      channel: (provider?.channel ?? 'EMAIL') as ProviderChannel,
      adapter: provider?.adapter ?? 'SMTP',
      position: provider?.position ?? 0,
      per_second: provider?.per_second ?? 10,
      batch_size: provider?.batch_size ?? 50,
      is_active: provider?.is_active ?? true,
      values: valuesOf(provider?.adapter ?? 'SMTP', provider?.settings),
      secrets: {},
    },
  })
  const { adapter, channel, values, secrets } = form.values
  const shown = fieldsShown(adapter, values)
  const renew = () => void client.invalidateQueries({ queryKey: providersQuery.queryKey })
  const yes = (value: boolean) => t(value ? 'common.yes' : 'common.no')
  const save = useVersionedSave({
    send: (version) => {
      const { name, position, per_second, batch_size, is_active } = form.values
      const body = {
        name: name.trim(), channel, adapter, position, per_second, batch_size, is_active,
        settings: settingsOf(adapter, values, provider?.settings), secrets: secretsOf(adapter, values, secrets, provider?.secrets_set),
      }
      return provider && version
        ? unwrap(api.PATCH('/api/v1/message-providers/{key}', { params: { path: { key: provider.key } }, body: { ...body, version } }))
        : unwrap(api.POST('/api/v1/message-providers', { body: { ...body, key: form.values.key } }))
    },
    onSaved: (saved) => {
      renew()
      toastDone(t('providers.saved', { name: saved.name }))
      onClose()
    },
    onStale: renew,
    onRefused: form.setErrors,
    fieldOf: (name) => formField(adapter, name),
    answers: { provider_exists: { key: t('providers.form.keyTaken') } },
    compared: () => [
      { key: 'name', name: t('providers.form.name'), opened: provider?.name, mine: form.values.name, now: (current) => current.name },
      { key: 'position', name: t('providers.form.position'), opened: provider?.position, mine: form.values.position, now: (current) => current.position },
      { key: 'is_active', name: t('providers.form.active'), opened: provider?.is_active, mine: form.values.is_active, now: (current) => current.is_active, words: yes },
      { key: 'per_second', name: t('providers.form.perSecond'), opened: provider?.per_second, mine: form.values.per_second, now: (current) => current.per_second },
      { key: 'batch_size', name: t('providers.form.batchSize'), opened: provider?.batch_size, mine: form.values.batch_size, now: (current) => current.batch_size },
      ...shown
        .filter((each) => each.kind !== 'secret')
        .map((each) => ({
          key: each.key,
          name: t(`providers.fields.${each.key}`),
          opened: valuesOf(adapter, provider?.settings ?? {})[each.key],
          mine: values[each.key],
          now: (current: Record<string, unknown>) => valuesOf(adapter, (current.settings ?? {}) as Record<string, unknown>)[each.key],
        })),
    ],
  })
  const carry = (nextChannel: ProviderChannel, nextAdapter: Protocol) => form.setValues({ channel: nextChannel, adapter: nextAdapter, values: valuesOf(nextAdapter, undefined), secrets: {} })
  return (
    <>
      <FormDialog
        title={provider ? t('providers.changeNamed', { name: provider.name }) : t('providers.add')}
        text={provider && t('providers.form.fixed', { channel: t(`providers.channels.${provider.channel}`), protocol: t(`providers.protocols.${provider.adapter}`) })}
        action={t('common.save')}
        size={620}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onClose={onClose}
        onSubmit={form.onSubmit((entered) => {
          if (entered.name.trim().length < 2) return form.setFieldError('name', t('common.atLeast', { count: 2 }))
          if (!provider && !KEY.test(entered.key)) return form.setFieldError('key', t('providers.form.keyShape'))
          save.run(provider?.version)
        })}
      >
        <TextInput label={t('providers.form.name')} maxLength={80} data-autofocus {...form.getInputProps('name')} />
        {!provider && (
          <>
            <TextInput label={t('providers.form.key')} description={t('providers.form.keyHint')} maxLength={40} spellCheck={false} {...form.getInputProps('key')} />
            <div className={classes.pair}>
              <Select
                label={t('providers.form.channel')}
                allowDeselect={false}
                data={CHANNELS.map((value) => ({ value, label: t(`providers.channels.${value}`) }))}
                value={channel}
                onChange={(next) => next && carry(next, PROTOCOLS[next][0])}
              />
              <Select
                label={t('providers.form.protocol')}
                allowDeselect={false}
                data={PROTOCOLS[channel].map((value) => ({ value, label: t(`providers.protocols.${value}`) }))}
                {...form.getInputProps('adapter')}
                onChange={(next) => next && carry(channel, next)}
              />
            </div>
          </>
        )}
        {shown.length > 0 && (
          <fieldset className={classes.settings}>
            <legend>{t('providers.form.settings')}</legend>
            {shown.map((each) => (
              <Entry key={`${adapter}.${each.kind}.${each.key}`} field={each} kept={provider?.secrets_set.includes(each.name)} props={form.getInputProps(`${each.kind === 'secret' ? 'secrets' : 'values'}.${each.key}`)} />
            ))}
          </fieldset>
        )}
        <div className={classes.three}>
          <NumberInput label={t('providers.form.position')} description={t('providers.form.positionHint')} min={0} max={99} clampBehavior="strict" allowDecimal={false} {...form.getInputProps('position')} />
          <NumberInput label={t('providers.form.perSecond')} min={1} max={5000} allowDecimal={false} {...form.getInputProps('per_second')} />
          <NumberInput label={t('providers.form.batchSize')} min={1} max={1000} allowDecimal={false} {...form.getInputProps('batch_size')} />
        </div>
        <Checkbox label={t('providers.form.active')} {...form.getInputProps('is_active', { type: 'checkbox' })} />
      </FormDialog>
      {save.dialog}
    </>
  )
}

interface EntryProps {
  field: Field
  kept: boolean | undefined
  props: ReturnType<ReturnType<typeof useForm>['getInputProps']>
}

function Entry({ field, kept, props }: EntryProps) {
  const { t } = useTranslation()
  const label = t(`providers.fields.${field.key}`)
  const hint = field.hint && t(`providers.hints.${field.hint}`)
  // Mantine gives undefined for what was not typed yet.
  const value = (props.value as string | undefined) ?? ''
  if (field.kind === 'secret') {
    const words = [hint, kept && t('providers.form.kept')].filter(Boolean).join(' ')
    return <Password label={label} description={words || undefined} autoComplete="new-password" maxLength={8000} {...props} value={value} />
  }
  if (field.kind === 'choice') {
    const data = (field.choices ?? []).map((each) => ({ value: each, label: t(`providers.choices.${each as 'TLS'}`) }))
    return <Select label={label} description={hint} placeholder={t('providers.form.none')} clearable={!field.initial} allowDeselect={false} data={data} {...props} value={value || null} onChange={(next) => props.onChange(next ?? '')} />
  }
  return <TextInput label={label} description={hint} maxLength={500} spellCheck={false} inputMode={field.kind === 'number' ? 'numeric' : undefined} {...props} value={value} />
}
