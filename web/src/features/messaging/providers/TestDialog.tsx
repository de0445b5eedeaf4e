import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { fieldProblems, hasStatus, isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastProblem } from '~/ui/toast'
import type { Provider } from './query'
import classes from './providers.module.css'

/** Sends a fixed text to an address of the administrator's own, and says what the provider answered. */
export function TestDialog({ provider, onSettled, onClose }: { provider: Provider; onSettled: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [recipient, setRecipient] = useState('')
  const [short, setShort] = useState(false)
  const test = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/message-providers/{key}/test', { params: { path: { key: provider.key } }, body: { recipient: recipient.trim() } })),
    onError: (error) => {
      if (!hasStatus(error, 409) && !hasStatus(error, 422)) toastProblem(error)
    },
    onSettled,
  })
  const refused = hasStatus(test.error, 409) && isApiError(test.error) ? test.error : null
  return (
    <FormDialog
      title={t('providers.testNamed', { name: provider.name })}
      text={t('providers.testText')}
      action={t('providers.test')}
      dirty={false}
      busy={test.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        const missing = recipient.trim().length < 5
        setShort(missing)
        if (!missing) test.mutate()
      }}
    >
      <TextInput
        label={t(`providers.testRecipients.${provider.channel}`)}
        maxLength={254}
        data-autofocus
        value={recipient}
        error={short ? t('common.atLeast', { count: 5 }) : fieldProblems(test.error).recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      {test.isSuccess && (
        <p className={classes.answer} role="status" data-tone="success">
          <IconCircleCheck size={16} aria-hidden />
          {test.data.reference ? t('providers.testReference', { reference: test.data.reference }) : t('providers.testSent')}
        </p>
      )}
      {refused && (
        <p className={classes.answer} role="alert" data-tone="critical">
          <IconAlertTriangle size={16} aria-hidden />
          {[refused.title, refused.detail].filter(Boolean).join('. ')}
        </p>
      )}
    </FormDialog>
  )
}
