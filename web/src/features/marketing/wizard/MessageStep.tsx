import '../texts/id/campaigns'

import { TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Template, templatesOptions } from '~/features/messaging/public/templates'
import { TemplatePreview } from '~/features/messaging/public/TemplatePreview'
import { useMe } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { Endless } from '~/ui/Listing'
import { ListBones } from '~/ui/ListBones'
import { State } from '~/ui/states'
import { Views } from '~/ui/Views'
import type { CampaignWhole } from '../campaigns/query'
import type { CampaignFields } from './useCampaignFields'
import classes from './wizard.module.css'

/** Which approved message is sent, as it arrives on a phone and on a large screen. */
export function MessageStep({ campaign, fields }: { campaign: CampaignWhole; fields: CampaignFields }) {
  const { t } = useTranslation()
  const me = useMe()
  const { values, choose, faults } = fields
  const list = useInfiniteQuery({ ...templatesOptions({ channel: values.channel ?? undefined, purpose: 'MARKETING', status: 'APPROVED' }), enabled: values.channel !== null })
  const templates = flatten(list.data)
  const chosen = templates.find((each) => each.id === values.template_id)
  if (values.channel === null) return <p className="muted">{t('campaigns.channelFirst')}</p>
  return (
    <>
      <Endless
        list={list}
        bones={<ListBones />}
        empty={
          templates.length === 0 && (
            <State icon={<IconTemplate />} title={t('campaigns.noTemplates', { channel: t(`campaigns.channels.${values.channel}`) })}>
              <p>
                {t('campaigns.noTemplatesText')} {may(me, 'message_template', 'R') && <Link to="/message-templates">{t('campaigns.openTemplates')}</Link>}
              </p>
            </State>
          )
        }
      >
        <ul className={classes.options} aria-label={t('campaigns.fields.template_id')}>
          {templates.map((each) => (
            <li key={each.id}>
              <label className={classes.option} data-checked={each.id === values.template_id || undefined}>
                <input type="radio" name="template" checked={each.id === values.template_id} onChange={() => choose({ template_id: each.id })} />
                <span className={classes.optionName}>{each.name}</span>
                <span className={classes.optionCount}>{each.latest.map((version) => t(`campaigns.languages.${version.language}`)).join(', ')}</span>
              </label>
            </li>
          ))}
        </ul>
      </Endless>
      {faults.template_id && <p className={classes.wrong}>{faults.template_id}</p>}
      {chosen && campaign.template?.template_id === chosen.id && campaign.tokens.length > 0 && <SaidByCampaign tokens={campaign.tokens} fields={fields} />}
      {chosen && <Shown key={chosen.id} template={chosen} values={values.message_values} />}
    </>
  )
}

/** What the message says of the offer, and only the campaign knows: the same for every customer. */
function SaidByCampaign({ tokens, fields }: { tokens: CampaignWhole['tokens']; fields: CampaignFields }) {
  const { t } = useTranslation()
  const { values, set, flush, faults } = fields
  const said = values.message_values
  return (
    <fieldset className={classes.said}>
      <legend className={classes.label}>{t('campaigns.fields.message_values')}</legend>
      {tokens.map((each) => (
        <TextInput
          key={each.name}
          label={each.label}
          description={each.is_required ? undefined : t('campaigns.mayBeEmpty')}
          placeholder={each.sample}
          type={each.is_link ? 'url' : 'text'}
          maxLength={500}
          withAsterisk={each.is_required}
          value={said[each.name] ?? ''}
          onChange={(event) => set({ message_values: { ...said, [each.name]: event.currentTarget.value } })}
          onBlur={flush}
        />
      ))}
      {faults.message_values && (
        <p role="alert" className={classes.wrong}>
          {faults.message_values}
        </p>
      )}
    </fieldset>
  )
}

interface ShownProps {
  template: Pick<Template, 'id' | 'latest'>
  values?: Record<string, string>
}

/** The chosen message, language by language, with what the campaign says in it. */
export function Shown({ template, values }: ShownProps) {
  const { t } = useTranslation()
  const versions = template.latest.filter((each) => each.status === 'APPROVED')
  const [language, setLanguage] = useState<string>()
  const open = versions.find((each) => each.language === language) ?? versions[0]
  if (!open) return null
  return (
    <section aria-label={t('campaigns.messagePreview')}>
      {versions.length > 1 && <Views label={t('campaigns.language')} views={versions.map((each) => ({ key: each.language, label: t(`campaigns.languages.${each.language}`) }))} value={open.language} onChange={setLanguage} />}
      <TemplatePreview templateId={template.id} versionId={open.id} values={values} />
    </section>
  )
}
