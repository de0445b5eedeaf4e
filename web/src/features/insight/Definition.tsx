import { ActionIcon, Tooltip } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** What a figure counts, on hover and for the keyboard. */
export function Definition({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation()
  return (
    <Tooltip label={text} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon aria-label={t('insight.definitionOf', { title, text })} data-definition>
        <IconInfoCircle size={15} />
      </ActionIcon>
    </Tooltip>
  )
}
