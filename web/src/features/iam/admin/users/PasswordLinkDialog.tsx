import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { PROPOSALS } from '~/lib/proposal'
import { Dialog } from '~/ui/Dialog'
import { FormDialog } from '~/ui/FormDialog'
import { ProposalNotice } from '~/ui/Proposal'
import { toastProblem } from '~/ui/toast'
import type { User } from '../types'
import classes from '../Admin.module.css'

interface Props {
  user: User
  onClose: () => void
}

/** Proposes a link by which the person sets a password. Nobody who asks for it ever sees it: it goes to the person's own address, or to the approver on paper. */
export function PasswordLinkDialog({ user, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const make = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/users/{user_id}/password-link', { params: { path: { user_id: user.id } }, body: { reason: reason.trim() } })),
    onSuccess: () => void client.invalidateQueries({ queryKey: PROPOSALS }),
    onError: toastProblem,
  })
  const title = t('admin.linkTitle', { name: user.full_name })
  const goes = user.email ? t('admin.linkByMail', { email: user.email }) : t('admin.linkOnPaper')
  const fresh = user.email ? t('admin.linkFreshMail') : null
  if (make.data) {
    return (
      <Dialog opened onClose={onClose} title={title} size={520}>
        <ProposalNotice proposal={make.data}>
          {goes} {fresh}
        </ProposalNotice>
        <div style={{ display: 'flex', justifyContent: 'flex-end', marginTop: 20 }}>
          <Button onClick={onClose}>{t('common.close')}</Button>
        </div>
      </Dialog>
    )
  }
  return (
    <FormDialog
      title={title}
      text={t(user.has_password ? 'admin.linkReplaces' : 'admin.linkFirst')}
      action={t('admin.linkPropose')}
      dirty={reason !== '' && !make.isPending}
      busy={make.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <p>{goes}</p>
      {fresh && <p className={classes.note}>{fresh}</p>}
      <Textarea label={t('admin.reasonOptional')} placeholder={t('common.reasonPlaceholder')} autosize minRows={1} maxLength={300} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormDialog>
  )
}
