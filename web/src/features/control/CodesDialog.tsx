import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { Password } from '~/ui/Password'
import { toastDone } from '~/ui/toast'
import { enterCodes, type Proposal } from './query'
import { Refused } from './Refused'

interface Props {
  proposal: Proposal
  onClose: () => void
}

/** The two sealed codes of an installation that has one administrator: they stand for the second person. */
export function CodesDialog({ proposal, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [codes, setCodes] = useState({ first: '', second: '' })
  const [asked, setAsked] = useState(false)
  const enter = useMutation({
    mutationFn: () => enterCodes(proposal, codes.first.trim(), codes.second.trim()),
    onSuccess: (next) => {
      if (next.status === 'APPLIED') toastDone(t('control.approved'))
      onClose()
    },
    onSettled: () => void client.invalidateQueries(),
  })
  const error = isApiError(enter.error) ? enter.error : null
  const missing = (code: string) => (asked && code.trim() === '' ? t('common.required') : undefined)
  return (
    <FormDialog
      title={t('control.use_codesTitle')}
      text={t('control.use_codesText')}
      action={t('control.use_codesAction')}
      dirty={codes.first + codes.second !== '' && !enter.isPending && !enter.isSuccess}
      busy={enter.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (codes.first.trim() && codes.second.trim()) enter.mutate()
      }}
    >
      <Password label={t('control.firstCode')} autoComplete="off" spellCheck={false} maxLength={80} data-autofocus value={codes.first} error={missing(codes.first)} onChange={(event) => setCodes({ ...codes, first: event.currentTarget.value })} />
      <Password label={t('control.secondCode')} autoComplete="off" spellCheck={false} maxLength={80} value={codes.second} error={missing(codes.second)} onChange={(event) => setCodes({ ...codes, second: event.currentTarget.value })} />
      <div>
        <Refused error={error} />
      </div>
    </FormDialog>
  )
}
