import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Confirm } from '~/ui/Confirm'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { decideVersion, forgetTemplate, renewTemplate, type Version, type VersionAct } from './query'

/** Approving, rejecting and retiring a version: each says first what it does. */
export function useVersionActs(templateId: string) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ version: Version; act: VersionAct } | null>(null)
  const decide = useMutation({
    mutationFn: ({ version, act, note }: { version: Version; act: VersionAct; note?: string }) => decideVersion(templateId, version.id, act, note),
    onSuccess: (template, { act }) => {
      renewTemplate(client, template)
      toastDone(t(`templates.did.${act}`))
      setAsked(null)
    },
    onError: (error) => {
      void forgetTemplate(client, templateId)
      toastProblem(error)
    },
  })
  const close = () => setAsked(null)
  const dialog = asked && (asked.act === 'reject' ? (
    <ReasonDialog title={t('templates.ask.reject')} text={t('templates.askText.reject')} action={t('templates.reject')} maxLength={500} busy={decide.isPending} onClose={close} onSubmit={(note) => decide.mutate({ ...asked, note })} />
  ) : (
    <Confirm opened title={t(`templates.ask.${asked.act}`)} action={t(`templates.${asked.act}`)} danger={asked.act === 'retire'} busy={decide.isPending} onConfirm={() => decide.mutate(asked)} onClose={close}>
      <p>{t(`templates.askText.${asked.act}`)}</p>
    </Confirm>
  ))
  return { ask: (version: Version, act: VersionAct) => setAsked({ version, act }), dialog }
}
