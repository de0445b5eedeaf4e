import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import classes from './Secret.module.css'

/** A secret that is shown this once, to be copied. */
export function Secret({ value }: { value: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.secret}>
      <code data-secret>{value}</code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('common.copied') : t('common.copy')}>
            <ActionIcon aria-label={copied ? t('common.copied') : t('common.copy')} onClick={copy}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  )
}
