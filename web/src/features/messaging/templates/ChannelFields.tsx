import { Button, CloseButton, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { EmailFields } from './EmailFields'
import type { Content, WhatsAppContent } from './query'
import classes from './templates.module.css'
import { TokenField } from './TokenField'

interface Props<Kind extends Content = Content> {
  content: Kind
  errors: Record<string, string>
  onChange: (content: Kind) => void
}

/** The words of a template, as its channel has them. */
export function ChannelFields({ content, errors, onChange }: Props) {
  const { t } = useTranslation()
  const body = (max: number, rows: number, note?: string) => (
    <TokenField label={t('templates.fields.body')} description={note} value={content.channel === 'EMAIL' ? '' : content.body} max={max} rows={rows} tokens="all" error={errors.body} onChange={(next) => onChange({ ...content, body: next } as Content)} />
  )
  switch (content.channel) {
    case 'EMAIL':
      return <EmailFields content={content} errors={errors} onChange={onChange} />
    case 'SMS':
      return body(1000, 5)
    case 'WHATSAPP':
      return <WhatsAppFields content={content} errors={errors} onChange={onChange} />
    case 'PUSH':
      return (
        <>
          <TokenField label={t('templates.fields.title')} value={content.title} max={100} tokens="all" error={errors.title} onChange={(title) => onChange({ ...content, title })} />
          {body(300, 3)}
          <TokenField label={t('templates.fields.link')} value={content.link ?? ''} max={500} tokens="links" error={errors.link} onChange={(link) => onChange({ ...content, link })} />
        </>
      )
    case 'IN_APP':
      return (
        <>
          <TokenField label={t('templates.fields.title')} value={content.title} max={100} tokens="all" error={errors.title} onChange={(title) => onChange({ ...content, title })} />
          {body(1000, 4)}
          <Buttons most={2} buttons={content.buttons ?? []} add={() => ({ label: '', link: '' })} errors={errors} max={40} onChange={(buttons) => onChange({ ...content, buttons })} />
        </>
      )
  }
}

const KINDS = ['NONE', 'TEXT', 'IMAGE', 'DOCUMENT'] as const

function WhatsAppFields({ content, errors, onChange }: Props<WhatsAppContent>) {
  const { t } = useTranslation()
  const header = content.header
  const media = header.kind === 'IMAGE' || header.kind === 'DOCUMENT'
  return (
    <>
      <Select label={t('templates.fields.header')} allowDeselect={false} data={KINDS.map((value) => ({ value, label: t(`templates.header.${value}`) }))} value={header.kind} onChange={(kind) => onChange({ ...content, header: { ...header, kind: kind as (typeof KINDS)[number] } })} />
      {header.kind === 'TEXT' && <TokenField label={t('templates.fields.headerText')} value={header.text} max={60} tokens="all" error={errors['header.text']} onChange={(text) => onChange({ ...content, header: { ...header, text } })} />}
      {media && <TokenField label={t('templates.fields.mediaUrl')} value={header.url} max={500} error={errors['header.url']} onChange={(url) => onChange({ ...content, header: { ...header, url } })} />}
      <TokenField label={t('templates.fields.body')} description={t('templates.fields.whatsappHint')} value={content.body} max={1024} rows={6} tokens="all" error={errors.body} onChange={(body) => onChange({ ...content, body })} />
      <TokenField label={t('templates.fields.footer')} value={content.footer ?? ''} max={60} error={errors.footer} onChange={(footer) => onChange({ ...content, footer })} />
      <Buttons most={2} buttons={content.buttons ?? []} add={() => ({ kind: 'URL' as const, label: '', link: '' })} errors={errors} max={25} onChange={(buttons) => onChange({ ...content, buttons })} />
    </>
  )
}

interface ButtonsProps<Kind> {
  buttons: readonly Kind[]
  most: number
  max: number
  add: () => Kind
  errors: Record<string, string>
  onChange: (buttons: Kind[]) => void
}

/** Buttons below a message, each with its words and where it leads. */
function Buttons<Kind extends { label: string; link?: string }>({ buttons, most, max, add, errors, onChange }: ButtonsProps<Kind>) {
  const { t } = useTranslation()
  const put = (at: number, part: Partial<Kind>) => onChange(buttons.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <>
      {buttons.map((button, at) => (
        <fieldset key={at} className={classes.column}>
          <legend>{t('templates.button', { number: at + 1 })}</legend>
          <CloseButton className={classes.removeButton} aria-label={`${t('templates.remove')}: ${t('templates.button', { number: at + 1 })}`} onClick={() => onChange(buttons.filter((_, index) => index !== at))} />
          <TokenField label={t('templates.fields.label')} value={button.label} max={max} error={errors[`buttons.${at}.label`]} onChange={(label) => put(at, { label } as Partial<Kind>)} />
          <TokenField label={t('templates.fields.link')} value={button.link ?? ''} max={500} tokens="all" error={errors[`buttons.${at}.link`]} onChange={(link) => put(at, { link } as Partial<Kind>)} />
        </fieldset>
      ))}
      <Button variant="default" leftSection={<IconPlus size={15} />} disabled={buttons.length >= most} style={{ justifySelf: 'start' }} onClick={() => onChange([...buttons, add()])}>
        {t('templates.addButton')}
      </Button>
    </>
  )
}
