import type { components } from '~/api/schema.gen'
import type { Texts } from '~/i18n/texts'
import type { Protocol, Provider, ProviderChannel } from './query'

type Body = components['schemas']['MessageProviderUpdateIn']
type Settings = NonNullable<Body['settings']>
export type FieldName = keyof Texts['providers']['fields']
export type Values = Partial<Record<FieldName, string>>

export interface Field {
  /** What the server calls it; two words with a dot between them are a name inside a group. */
  name: string
  /** What the form calls it. */
  key: FieldName
  kind: 'text' | 'number' | 'list' | 'choice' | 'secret'
  initial?: string
  choices?: readonly string[]
  hint?: keyof Texts['providers']['hints']
  /** Whether it is asked for, seen what else was chosen. */
  when?: (values: Values) => boolean
}

const field = (name: string, more: Partial<Field> = {}): Field => ({ name, key: name.replace('.', '_') as FieldName, kind: 'text', ...more })
const secret = (name: string, more: Partial<Field> = {}) => field(name, { kind: 'secret', ...more })

export const MAIL_SERVICES = ['postmark', 'mailgun', 'brevo', 'mailjet', 'mailersend', 'sparkpost'] as const
const by = (...services: string[]) => (values: Values) => services.includes(values.esp ?? '')

const SENDER = [field('from_address'), field('from_name', { hint: 'from_name' }), field('reply_to', { hint: 'reply_to' })]
/** What proves that a report comes from the mail provider. */
const PROOFS = [
  secret('webhook_secret', { hint: 'webhook_basic', when: by('postmark', 'brevo', 'mailjet', 'sparkpost') }),
  secret('webhook_signing_key', { when: by('mailgun') }),
  secret('signing_secret', { when: by('mailersend') }),
]

/** What each protocol is told, in the order in which it is asked for. */
export const FIELDS: Record<Protocol, readonly Field[]> = {
  SMTP: [
    field('host'),
    field('port', { kind: 'number', initial: '587' }),
    field('security', { kind: 'choice', choices: ['STARTTLS', 'TLS', 'NONE'], initial: 'STARTTLS', hint: 'security' }),
    field('user_name', { hint: 'user_name' }),
    secret('password', { when: (values) => Boolean(values.user_name?.trim()) }),
    ...SENDER,
    field('return_path', { hint: 'return_path' }),
    field('esp', { kind: 'choice', choices: MAIL_SERVICES, hint: 'esp_behind' }),
    field('key_header', { hint: 'key_header', when: (values) => Boolean(values.esp) }),
    ...PROOFS,
  ],
  ANYMAIL: [
    field('esp', { kind: 'choice', choices: MAIL_SERVICES, initial: 'postmark' }),
    secret('server_token', { when: by('postmark') }),
    field('message_stream', { hint: 'message_stream', when: by('postmark') }),
    secret('api_key', { when: by('mailgun', 'brevo', 'mailjet', 'sparkpost') }),
    field('sender_domain', { hint: 'sender_domain', when: by('mailgun') }),
    secret('secret_key', { when: by('mailjet') }),
    secret('api_token', { when: by('mailersend') }),
    ...SENDER,
    ...PROOFS,
    field('base_url', { hint: 'base_url' }),
  ],
  WHATSAPP_CLOUD: [
    field('phone_number_id', { hint: 'phone_number_id' }),
    secret('access_token'),
    secret('app_secret', { hint: 'app_secret' }),
    secret('verify_token', { hint: 'verify_token' }),
    field('text_template', { hint: 'text_template' }),
    field('language', { hint: 'language', when: (values) => Boolean(values.text_template?.trim()) }),
    field('version', { initial: 'v23.0' }),
    field('base_url', { initial: 'https://graph.facebook.com' }),
  ],
  SMS_HTTP: [
    field('url', { hint: 'url' }),
    secret('api_key'),
    field('sender', { hint: 'sender' }),
    secret('webhook_secret', { hint: 'webhook_secret' }),
    field('fields.recipient', { hint: 'fields_names' }),
    field('fields.text'),
    field('fields.key'),
    field('fields.sender'),
  ],
  WEB_PUSH: [field('subject', { hint: 'subject' }), secret('vapid_private_key', { hint: 'vapid_private_key' }), field('endpoint_hosts', { kind: 'list', hint: 'endpoint_hosts' }), field('ttl_seconds', { kind: 'number', hint: 'ttl_seconds' })],
  FCM: [field('project_id'), secret('service_account', { hint: 'service_account' }), field('base_url', { hint: 'base_url' })],
  IN_APP: [],
}

/** Which protocols carry a channel; the first is proposed. */
export const PROTOCOLS: Record<ProviderChannel, readonly [Protocol, ...Protocol[]]> = {
  WHATSAPP: ['WHATSAPP_CLOUD'],
  EMAIL: ['SMTP', 'ANYMAIL'],
  SMS: ['SMS_HTTP'],
  PUSH: ['WEB_PUSH', 'FCM'],
  IN_APP: ['IN_APP'],
}

/** Whether the provider reports to an address of ours what became of a message. */
export const reports = (provider: Pick<Provider, 'adapter' | 'settings'>) =>
  ['ANYMAIL', 'WHATSAPP_CLOUD', 'SMS_HTTP'].includes(provider.adapter) || (provider.adapter === 'SMTP' && Boolean(provider.settings.esp))

export const fieldsShown = (protocol: Protocol, values: Values): Field[] => FIELDS[protocol].filter((each) => each.when?.(values) ?? true)

const written = (value: unknown) => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const held = (settings: Record<string, unknown>, { name }: Field): unknown => {
  const [group, part] = name.split('.')
  return part ? (settings[group ?? ''] as Record<string, unknown> | undefined)?.[part] : settings[name]
}

/** What the form shows of an account's settings; what is proposed where there is no account yet. */
export const valuesOf = (protocol: Protocol, settings: Record<string, unknown> | undefined): Values =>
  Object.fromEntries(FIELDS[protocol].filter((each) => each.kind !== 'secret').map((each) => [each.key, settings ? written(held(settings, each)) : (each.initial ?? '')]))

/** The settings that the form stands for; those that it does not know stay as they are. */
export function settingsOf(protocol: Protocol, values: Values, standing: Record<string, unknown> = {}): Settings {
  const settings: Record<string, unknown> = { ...standing }
  const shown = fieldsShown(protocol, values)
  for (const each of FIELDS[protocol]) {
    if (each.kind === 'secret') continue
    const text = shown.includes(each) ? (values[each.key]?.trim() ?? '') : ''
    const value = text === '' ? undefined : each.kind === 'number' && Number.isInteger(Number(text)) ? Number(text) : each.kind === 'list' ? text.split(/[\s,]+/).filter(Boolean) : text
    const [name = '', part] = each.name.split('.')
    const next = part ? { ...(settings[name] as object | undefined), [part]: value } : value
    if (part && Object.values(next as object).every((one) => one === undefined)) delete settings[name]
    else if (next === undefined) delete settings[name]
    else settings[name] = part ? Object.fromEntries(Object.entries(next as object).filter(([, one]) => one !== undefined)) : next
  }
  return settings as Settings
}

/** The secrets that were typed, and, emptied, those that are no longer asked for; any other stays as it is. */
export function secretsOf(protocol: Protocol, values: Values, secrets: Values, kept: readonly string[] = []): Record<string, string> {
  const shown = fieldsShown(protocol, values)
  const found: Record<string, string> = {}
  for (const each of FIELDS[protocol]) {
    if (each.kind !== 'secret') continue
    const typed = secrets[each.key] ?? ''
    // One name may stand for several services: it is asked for when any of them does.
    if (shown.some((one) => one.name === each.name)) {
      if (typed !== '') found[each.name] = typed
    } else if (kept.includes(each.name)) found[each.name] = ''
  }
  return found
}

/** What the form calls a field that the server refused. */
export function formField(protocol: Protocol, name: string): string {
  const [first = '', second] = name.split('.')
  const inner = (first === 'settings' || first === 'secrets') && second ? second : first
  const known = FIELDS[protocol].find((each) => each.name === inner || each.name.split('.')[0] === inner)
  if (!known) return name
  return `${known.kind === 'secret' ? 'secrets' : 'values'}.${known.key}`
}
