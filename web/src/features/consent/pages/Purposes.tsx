import '../texts/id/consent'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { date } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { PurposeDialog } from '../PurposeDialog'
import { type Purpose, purposesQuery } from '../query'
import { WordingDialog } from '../WordingDialog'
import classes from '../consent.module.css'

/** What customers are asked to agree to, and the text that they are read. */
export function Purposes() {
  const { t, i18n } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const list = useQuery(purposesQuery)
  const [editing, setEditing] = useState<Purpose | 'new' | null>(null)
  const [writing, setWriting] = useState<Purpose | null>(null)
  const english = i18n.language === 'en'
  useCommands([{ id: 'consent.purpose', group: 'record', label: t('consent.purposes.make'), keys: 'c', hidden: !manager, run: () => manager && setEditing('new') }])
  return (
    <Page
      title={t('consent.purposes.title')}
      text={t('consent.purposes.text')}
      actions={
        manager && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
            {t('consent.purposes.make')}
          </Button>
        )
      }
    >
      <Listing list={list}>
        <ul aria-busy={list.isPending || undefined}>
          {list.data?.items.map((purpose) => {
            const name = english ? purpose.name_en : purpose.name_id
            return (
              <li key={purpose.key} className={classes.row} data-purpose={purpose.key}>
                <div>
                  <span className={classes.name}>{name}</span>
                  <div className={classes.facts}>
                    {purpose.is_active ? <Chip tone="success">{t('consent.purposes.used')}</Chip> : <Chip>{t('consent.purposes.unused')}</Chip>}
                    {purpose.needs_approval && <Chip tone="warning">{t('consent.purposes.needsApproval')}</Chip>}
                    <span>{purpose.wording ? t('consent.purposes.version', { number: purpose.wording.number, at: date(purpose.wording.published_at) }) : t('consent.purposes.none')}</span>
                  </div>
                  {purpose.wording && <blockquote className={classes.wording} style={{ marginTop: 8 }}>{english ? purpose.wording.text_en : purpose.wording.text_id}</blockquote>}
                </div>
                {manager && (
                  <div className={classes.acts}>
                    <Button variant="default" aria-label={t('consent.purposes.publishFor', { name })} onClick={() => setWriting(purpose)}>
                      {t('consent.purposes.publish')}
                    </Button>
                    <Button variant="default" aria-label={t('consent.purposes.change', { name })} onClick={() => setEditing(purpose)}>
                      {t('consent.purposes.changeAct')}
                    </Button>
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      </Listing>
      {editing && <PurposeDialog purpose={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
      {writing && <WordingDialog purpose={writing} onClose={() => setWriting(null)} />}
    </Page>
  )
}
