import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'

/** Opens signing in for a network that failed too often: which may be a whole office behind one address. */
export function AddressDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const open = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/sign-in-locks/open', { body: { address: address.trim() } })),
    onSuccess: ({ counted }) => {
      toastDone(t(counted ? 'admin.addressOpened' : 'admin.addressWasOpen', { address: address.trim() }))
      onClose()
    },
    onError: (error) => {
      const field = isApiError(error) && error.status === 422 ? error.fields.address?.[0] : undefined
      if (field) setWrong(field)
      else toastProblem(error)
    },
  })
  return (
    <FormDialog
      title={t('admin.addressTitle')}
      text={t('admin.addressText')}
      action={t('admin.addressOpen')}
      dirty={address !== '' && !open.isPending && !open.isSuccess}
      busy={open.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (address.trim() === '') return setWrong(t('common.required'))
        setWrong(null)
        open.mutate()
      }}
    >
      <TextInput
        label={t('admin.address')}
        description={t('admin.addressHint')}
        placeholder="10.20.1.15"
        maxLength={45}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        value={address}
        error={wrong}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
