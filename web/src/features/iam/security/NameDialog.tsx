import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Dialog } from '~/ui/Dialog'

interface Props {
  title: string
  action: string
  initial?: string
  busy: boolean
  onName: (name: string) => void
  onClose: () => void
}

/** What a passkey shall be called. */
export function NameDialog({ title, action, initial = '', busy, onName, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onName(name.trim())
  }
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form onSubmit={submit} style={{ display: 'grid', gap: 16 }}>
        <TextInput
          label={t('security.name')}
          description={t('security.nameHint')}
          value={name}
          maxLength={60}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!name.trim()}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
