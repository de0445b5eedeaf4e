import '../texts/id/sales'
import '../texts/id/salesSetup'

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { may } from '~/lib/permissions'
import { Page } from '~/ui/Page'
import { Views } from '~/ui/Views'
import type { Reason, StageRow } from '../model'
import { ReasonDialog } from '../setup/ReasonDialog'
import { ReasonTable } from '../setup/ReasonTable'
import { Scoring } from '../setup/Scoring'
import { StageDialog } from '../setup/StageDialog'
import { StageTable } from '../setup/StageTable'

interface Props {
  tab: string | undefined
  onTab: (tab: string | undefined) => void
}

const VIEWS = ['stages', 'reasons', 'scoring'] as const
type Editing = { stage: StageRow } | { reason: Reason | undefined } | null

/** The stages of opportunities with their chances, and why leads and opportunities end. */
export function SalesSettings({ tab, onTab }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const view = VIEWS.find((each) => each === tab) ?? 'stages'
  const [editing, setEditing] = useState<Editing>(null)
  const makes = manager && view === 'reasons'
  const close = () => setEditing(null)
  useCommands([
    {
      id: 'sales.reason',
      group: 'record',
      label: t('salesSetup.reasonMake'),
      keys: 'c',
      hidden: !makes,
      run: () => makes && setEditing({ reason: undefined }),
    },
  ])
  return (
    <Page
      title={t('salesSetup.title')}
      text={t(`salesSetup.text.${view}`)}
      actions={
        makes && (
          <Button
            leftSection={<IconPlus size={15} />}
            onClick={() => setEditing({ reason: undefined })}
          >
            {t('salesSetup.reasonMake')}
          </Button>
        )
      }
    >
      <Views
        label={t('salesSetup.views')}
        views={VIEWS.map((key) => ({
          key,
          label: t(`salesSetup.tabs.${key}`),
        }))}
        value={view}
        onChange={(next) => onTab(next === 'stages' ? undefined : next)}
      />
      {view === 'scoring' ? (
        <Scoring />
      ) : view === 'stages' ? (
        <StageTable onChange={(stage) => setEditing({ stage })} />
      ) : (
        <ReasonTable onChange={(reason) => setEditing({ reason })} />
      )}
      {editing && 'stage' in editing && <StageDialog stage={editing.stage} onClose={close} />}
      {editing && 'reason' in editing && <ReasonDialog reason={editing.reason} onClose={close} />}
    </Page>
  )
}
