import { Button } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '../public/me'
import classes from './Security.module.css'

interface Props {
  codes: string[]
  onKept: () => void
}

/** The codes, this once: to copy, to save as a file, or to write down. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const [copied, setCopied] = useState(false)
  const content = `${t('security.codesFile', { username: me.username })}\n\n${codes.join('\n')}\n`
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([content], { type: 'text/plain' }))
    link.download = 'simpul-kode-pemulihan.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className={classes.steps}>
      <p>{t('security.codesText')}</p>
      <ul className={`${classes.codes} mono`} aria-label={t('security.recovery')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.end}>
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          onClick={() => void navigator.clipboard?.writeText(content).then(() => setCopied(true))}
        >
          {copied ? t('security.copied') : t('security.copy')}
        </Button>
        <Button variant="default" leftSection={<IconDownload size={15} />} onClick={download}>
          {t('security.download')}
        </Button>
        <Button onClick={onKept}>{t('security.codesKept')}</Button>
      </div>
    </div>
  )
}
