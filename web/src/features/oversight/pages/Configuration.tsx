import '../texts/id/configuration'

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { dayKey } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { toastDone } from '~/ui/toast'
import { ImportPanel } from '../configuration/ImportPanel'
import { exportConfiguration } from '../configuration/query'
import classes from '../configuration/Configuration.module.css'

/** Hands the document to the browser as a file. */
function save(document: unknown, name: string): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' }))
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The configuration as one file: taken from here, compared, and brought in. */
export function Configuration() {
  const { t } = useTranslation()
  const me = useMe()
  const taking = useMutation({
    mutationFn: exportConfiguration,
    onSuccess: (document) => {
      save(document, `simpul-${dayKey(document.exported_at)}.json`)
      toastDone(t('configuration.downloaded', { mark: document.sha256.slice(0, 12) }))
    },
  })
  return (
    <Page title={t('configuration.title')} text={t('configuration.text')} width="reading">
      <WaitingChanges kinds={['configuration_import']} />
      <Section title={t('configuration.export')}>
        <p className={classes.text}>{t('configuration.exportText')}</p>
        <Button variant="default" loading={taking.isPending} leftSection={<IconDownload size={16} aria-hidden />} onClick={() => taking.mutate()}>
          {t('configuration.download')}
        </Button>
        {taking.isError && <Problem error={taking.error} onRetry={() => taking.mutate()} />}
      </Section>
      <Section title={t('configuration.import')}>
        {may(me, 'configuration', 'M') ? <ImportPanel /> : <p className={classes.text}>{t('configuration.onlyManagers')}</p>}
      </Section>
    </Page>
  )
}
