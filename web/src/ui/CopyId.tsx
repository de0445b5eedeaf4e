import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** An id that only machines read: never shown, but copied for whoever has to name it elsewhere. */
export function CopyId({ value }: { value: string }) {
  const { t } = useTranslation()
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="subtle" size="compact-xs" leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />} onClick={copy}>
          {copied ? t('common.copied') : t('common.copyId')}
        </Button>
      )}
    </CopyButton>
  )
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text is such an id. */
export const isId = (text: string) => ID.test(text)

/** A key as it reads, or, where an id stands in it, the way to copy it. */
export function KeyText({ value, className }: { value: string; className?: string }) {
  return /[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value) ? <CopyId value={value} /> : <span className={className}>{value}</span>
}
