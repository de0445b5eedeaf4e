import { expect, it } from 'vitest'

import { fieldsShown, formField, secretsOf, settingsOf, valuesOf } from './fields'
import { channelGroups, type Provider, type Providers } from './query'

it('gives back the settings of an account that nobody changed, also those that the form does not know', () => {
  const accounts = [
    ['SMTP', { host: 'mail.bank.example', port: 587, security: 'TLS', user_name: 'simpul', from_address: 'layanan@bank.example', esp: 'postmark', key_header: 'X-Key', ours: true }],
    ['SMS_HTTP', { url: 'https://sms.example/send', sender: 'BANK', fields: { recipient: 'msisdn', udh: 'x' } }],
    ['WEB_PUSH', { subject: 'mailto:a@bank.example', endpoint_hosts: ['push.example', 'push.example.org'], ttl_seconds: 600 }],
    ['IN_APP', {}],
  ] as const
  for (const [protocol, settings] of accounts) expect(settingsOf(protocol, valuesOf(protocol, settings), settings)).toEqual(settings)
})

it('writes what was typed as the server takes it, and leaves out what was emptied or is no longer asked for', () => {
  const standing = { esp: 'mailgun', sender_domain: 'mg.bank.example', from_address: 'a@bank.example', reply_to: 'b@bank.example' }
  const values = { ...valuesOf('ANYMAIL', standing), esp: 'postmark', reply_to: ' ', message_stream: ' outbound ' }
  expect(settingsOf('ANYMAIL', values, standing)).toEqual({ esp: 'postmark', from_address: 'a@bank.example', message_stream: 'outbound' })
  expect(settingsOf('SMS_HTTP', { url: 'https://sms.example', fields_text: '' }, { fields: { text: 'body' } })).toEqual({ url: 'https://sms.example' })
  expect(settingsOf('SMTP', { port: 'abc' })).toEqual({ port: 'abc' })
})

it('sends the secrets that were typed, keeps the others, and takes those away that the chosen service has not', () => {
  const kept = ['api_key', 'webhook_signing_key', 'webhook_secret']
  expect(secretsOf('ANYMAIL', { esp: 'mailgun' }, {}, kept)).toEqual({ webhook_secret: '' })
  expect(secretsOf('ANYMAIL', { esp: 'postmark' }, { server_token: 'new' }, kept)).toEqual({ server_token: 'new', api_key: '', webhook_signing_key: '' })
  expect(secretsOf('SMTP', { user_name: '' }, { password: 'typed before the name was taken out' }, ['password'])).toEqual({ password: '' })
})

it('asks for a password only where there is a user, and finds the field that a refusal names', () => {
  expect(fieldsShown('SMTP', { user_name: ' ' }).map((each) => each.name)).not.toContain('password')
  expect(['host', 'settings.port', 'password', 'secrets.webhook_secret', 'key', 'settings'].map((name) => formField('SMTP', name))).toEqual(['values.host', 'values.port', 'secrets.password', 'secrets.webhook_secret', 'key', 'settings'])
  expect(formField('SMS_HTTP', 'settings.fields')).toBe('values.fields_recipient')
})

it('groups accounts by channel and keeps a channel on which messages wait without an account', () => {
  const account = (key: string, channel: string) => ({ key, channel }) as Provider
  const providers: Providers = { items: [account('a', 'SMS'), account('b', 'EMAIL'), account('c', 'SMS')], waiting: [{ channel: 'WHATSAPP', waiting: 4, unknown: 0 }, { channel: 'PUSH', waiting: 0, unknown: 0 }] }
  expect(channelGroups(providers).map((group) => [group.channel, group.accounts.map((each) => each.key).join(), group.waiting])).toEqual([
    ['WHATSAPP', '', 4],
    ['EMAIL', 'b', 0],
    ['SMS', 'a,c', 0],
  ])
})
