import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { dateTime } from '~/lib/format'
import { Dialog } from '~/ui/Dialog'
import { Secret } from '~/ui/Secret'
import { toastProblem } from '~/ui/toast'
import type { User } from '../types'
import classes from '../Admin.module.css'

interface Props {
  user: User
  onMade: () => void
  onClose: () => void
}

/** A link by which the person sets a password: made on request, shown once, kept nowhere. */
export function PasswordLinkDialog({ user, onMade, onClose }: Props) {
  const { t } = useTranslation()
  const make = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/users/{user_id}/password-link', { params: { path: { user_id: user.id } } })),
    onSuccess: onMade,
    onError: toastProblem,
  })
  const link = make.data && `${window.location.origin}${make.data.path}`
  return (
    <Dialog opened onClose={onClose} title={t('admin.linkTitle', { name: user.full_name })} size={520}>
      {link && make.data ? (
        <>
          <Secret value={link} />
          <p className={classes.note}>{t('admin.linkOnce', { time: dateTime(make.data.expires_at) })}</p>
          <div style={{ display: 'flex', justifyContent: 'flex-end', marginTop: 20 }}>
            <Button onClick={onClose}>{t('common.close')}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{t(user.has_password ? 'admin.linkReplaces' : 'admin.linkFirst')}</p>
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button loading={make.isPending} onClick={() => make.mutate()}>
              {t('admin.linkMake')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
