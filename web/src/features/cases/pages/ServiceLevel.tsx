import '../texts/id/levels'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCalculator, IconHistory, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useDraft } from '~/lib/draft'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { contentOf } from '../setup/content'
import { LevelDialog } from '../setup/LevelDialog'
import { LevelEditor, type LevelPanel } from '../setup/LevelEditor'
import { type LevelDetail, levelQuery } from '../setup/query'
import classes from '../setup/setup.module.css'

interface Props {
  levelKey: string
  panel: LevelPanel | undefined
  onPanel: (panel: LevelPanel | undefined) => void
}

/** One service level: what is promised for each category and priority; changed as a draft that takes effect on a day. */
export function ServiceLevel(props: Props) {
  const { t } = useTranslation()
  const query = useQuery(levelQuery(props.levelKey))
  if (query.data) return <Loaded {...props} level={query.data} />
  if (query.isError) return <Problem page error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Page title={t('levels.title')} heading={<Bone width={240} height={20} />} width="full">
      <div aria-busy="true" style={{ display: 'grid', gap: 16 }}>
        <Bone height={44} />
        {[0, 1, 2, 3, 4, 5].map((each) => (
          <Bone key={each} width="70%" height={30} />
        ))}
      </div>
    </Page>
  )
}

function Loaded({ level, panel, onPanel }: Props & { level: LevelDetail }) {
  const { t } = useTranslation()
  const draft = useDraft({ content: contentOf(level), version: level.version })
  const [renaming, setRenaming] = useState(false)
  const explains = level.number !== null
  const toggle = (wanted: LevelPanel) => onPanel(panel === wanted ? undefined : wanted)
  return (
    <Page
      title={level.title}
      width="full"
      heading={
        <span className={classes.heading}>
          <Link to="/service-levels" className={classes.back}>
            {t('levels.title')}
          </Link>
          <span aria-hidden className="muted">
            /
          </span>
          {level.title}
          {level.number === null && <Chip tone="warning">{t('levels.never')}</Chip>}
          {level.next && <Chip tone="info">{t('levels.next', { number: level.next.number })}</Chip>}
        </span>
      }
      actions={
        <>
          {level.can.update && (
            <Button variant="default" leftSection={<IconPencil size={15} />} onClick={() => setRenaming(true)}>
              {t('levels.rename')}
            </Button>
          )}
          {explains && (
            <Button variant="default" leftSection={<IconCalculator size={15} />} aria-pressed={panel === 'explain'} onClick={() => toggle('explain')}>
              {t('levels.explain')}
            </Button>
          )}
          <Button variant="default" leftSection={<IconHistory size={15} />} aria-pressed={panel === 'versions'} onClick={() => toggle('versions')}>
            {t('levels.versions')}
          </Button>
        </>
      }
    >
      <LevelEditor level={level} draft={draft} panel={panel === 'explain' && !explains ? undefined : panel} onPanel={onPanel} />
      {renaming && <LevelDialog level={level} sources={[]} onDone={() => setRenaming(false)} onClose={() => setRenaming(false)} />}
    </Page>
  )
}
