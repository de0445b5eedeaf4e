import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems } from '~/api/problem'
import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { useMe } from '~/features/iam/public/me'
import { useDraft } from '~/lib/draft'
import { useKeptText } from '~/lib/keptText'
import { may } from '~/lib/permissions'
import { useMade } from '~/lib/useMade'
import { Confirm } from '~/ui/Confirm'
import { DraftBar, Standing, useDraftCommands } from '~/ui/DraftBar'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { toastDone, toastProblem } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { ChannelFields } from './ChannelFields'
import { Faults } from './Faults'
import { Preview } from './Preview'
import { type Content, forgetTemplate, type Language, renewTemplate, saveDraft, submitVersion, type TemplateDetail, trialQuery, type Version } from './query'
import classes from './templates.module.css'

interface Props {
  template: TemplateDetail
  language: Language
  last: Version | undefined
  draft: Version | undefined
  content: Content
  onSubmitted: () => void
}

const REST_MS = 350

/** The words of a template beside what arrives at the customer; what was typed is kept until it is saved. */
export function Editor({ template, language, last, draft: standing, content, onSubmitted }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const draft = useDraft<Content>({ content, version: standing?.revision ?? 0 })
  const [versionId, setVersionId] = useState(standing?.id)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [customer, setCustomer] = useState<string>()
  const [asking, setAsking] = useState(false)
  const [rested] = useDebouncedValue(draft.content, REST_MS)
  const trial = useQuery(trialQuery({ content: rested, purpose: template.purpose, language, customer_id: customer }))
  const editable = template.can_edit && standing?.status !== 'SUBMITTED'
  useKeptText({ place: `template.${template.id}.${language}`, userId: me.id, value: draft.content, empty: !draft.dirty, restore: draft.change })
  const save = useVersionedSave({
    send: (version) => saveDraft(template.id, language, version ?? 0, draft.content),
    onRefused: setErrors,
    onStale: () => void forgetTemplate(client, template.id),
    onSaved: (saved) => {
      draft.saved({ content: saved.content, version: saved.version.revision })
      setVersionId(saved.version.id)
      setErrors({})
      renewTemplate(client)
      void forgetTemplate(client, template.id)
    },
  })
  const submit = useMutation({
    mutationFn: async () => {
      const saved = draft.dirty || !versionId ? await saveDraft(template.id, language, draft.base.version, draft.content) : null
      if (saved) {
        draft.saved({ content: saved.content, version: saved.version.revision })
        setVersionId(saved.version.id)
      }
      return submitVersion(template.id, saved?.version.id ?? versionId!, saved?.version.revision ?? draft.base.version)
    },
    onSuccess: (made) => {
      renewTemplate(client, made)
      toastDone(t('templates.did.submit'))
    },
    onError: (error) => {
      const fields = fieldProblems(error)
      void forgetTemplate(client, template.id)
      if (Object.keys(fields).length > 0) setErrors(fields)
      else toastProblem(error)
    },
    onSettled: () => setAsking(false),
  })
  useMade(submit.data, onSubmitted)
  const run = () => {
    if (editable && draft.dirty && !save.busy) save.run(draft.base.version)
  }
  useDraftCommands(draft, editable, run)
  const change = (next: Content) => {
    setErrors({})
    draft.change(next)
  }
  const title = `${template.name} · ${t(`templates.languages.${language}`)}`
  return (
    <Page
      title={title}
      width="full"
      text={
        <Link to="/message-templates/$templateId" params={{ templateId: template.id }} className={classes.back}>
          {t('templates.backToVersions')}
        </Link>
      }
    >
      {editable ? (
        <DraftBar
          label={t('templates.draft')}
          standing={versionId ? t('templates.draftOf', { number: standing?.number ?? (last?.number ?? 0) + (standing ? 0 : 1) }) : t(last ? 'templates.beginsFrom' : 'templates.firstDraft', { number: last?.number ?? 0 })}
          draft={draft}
          pending={draft.dirty || versionId !== undefined}
          saving={save.busy}
          approve={t('templates.submit')}
          onSave={run}
          onApprove={() => setAsking(true)}
        />
      ) : (
        <Standing>{t('templates.isSubmitted')}</Standing>
      )}
      <div className={classes.editor}>
        <div className={classes.fields}>
          <ChannelFields content={draft.content} errors={errors} onChange={change} />
        </div>
        <div className={classes.side}>
          <Section title={t('templates.preview')}>
            <Preview content={draft.content} trial={trial.data} />
            {may(me, 'customer', 'R') && <CustomerPicker customerId={customer} onCustomer={setCustomer} />}
          </Section>
          <Faults faults={trial.data?.faults ?? []} />
        </div>
      </div>
      <LeaveGuard dirty={draft.dirty && !submit.isSuccess} />
      {save.dialog}
      {asking && (
        <Confirm opened title={t('templates.ask.submit')} action={t('templates.submit')} busy={submit.isPending} onConfirm={() => submit.mutate()} onClose={() => setAsking(false)}>
          <p>{t('templates.askText.submit')}</p>
        </Confirm>
      )}
    </Page>
  )
}
