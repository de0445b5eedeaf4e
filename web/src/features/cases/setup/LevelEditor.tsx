import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems } from '~/api/problem'
import { useCommands } from '~/lib/commands'
import type { Draft } from '~/lib/draft'
import { date } from '~/lib/format'
import { Confirm } from '~/ui/Confirm'
import { DraftBar, Standing, useDraftCommands } from '~/ui/DraftBar'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { Refusals } from '~/ui/Refusals'
import { ExplainPanel } from './ExplainPanel'
import { Ladder } from './Ladder'
import { LevelVersions } from './LevelVersions'
import { Matrix } from './Matrix'
import { PublishDialog } from './PublishDialog'
import type { LevelContent, LevelDetail } from './query'
import { Terms } from './Terms'
import { useLevelActions } from './useLevelActions'
import classes from './setup.module.css'

export type LevelPanel = 'versions' | 'explain'

interface Props {
  level: LevelDetail
  draft: Draft<LevelContent>
  panel: LevelPanel | undefined
  onPanel: (panel: LevelPanel | undefined) => void
}

/** The matrix in the middle, what it counts in beside it, and the draft's way to its day above. */
export function LevelEditor({ level, draft, panel, onPanel }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null)
  const [stale, setStale] = useState(false)
  const actions = useLevelActions(level.key, draft, () => setStale(true))
  const editable = level.can.update ?? false
  const pending = draft.dirty || level.has_draft
  const problems = fieldProblems(actions.save.error ?? actions.publish.error)
  const standing = level.number ? t('levels.standing', { number: level.number, date: date(level.in_force_since ?? '') }) : t('levels.never')
  const save = () => draft.dirty && actions.save.mutate({ content: draft.content, version: draft.base.version })
  const publish = () =>
    draft.dirty
      ? actions.save.mutate({ content: draft.content, version: draft.base.version }, { onSuccess: () => setAsking('publish') })
      : setAsking('publish')
  useCommands([
    { id: 'level.versions', group: 'record', label: t('levels.versions'), keys: 'v', run: () => onPanel(panel === 'versions' ? undefined : 'versions') },
    { id: 'level.explain', group: 'record', label: t('levels.explain'), keys: 't', run: () => onPanel(panel === 'explain' ? undefined : 'explain') },
    { id: 'level.publish', group: 'record', label: t('levels.publish'), hidden: !editable || !pending, run: publish },
  ])
  useDraftCommands(draft, editable, save)
  return (
    <>
      {editable ? (
        <DraftBar
          label={t('levels.draft')}
          standing={pending ? (level.number ? t('levels.draftOf', { number: level.number }) : t('levels.draftNew')) : standing}
          draft={draft}
          pending={pending}
          saving={actions.save.isPending}
          approve={t('levels.publish')}
          onSave={save}
          onApprove={publish}
          onDiscard={level.has_draft && level.content ? () => setAsking('discard') : undefined}
        />
      ) : (
        <Standing>
          {standing}. {t('levels.readOnly')}
        </Standing>
      )}
      <Refusals problems={problems} />
      <div className={classes.columns}>
        <Matrix content={draft.content} editable={editable} problems={problems} onChange={draft.change} />
        <div>
          <Terms content={draft.content} editable={editable} problems={problems} onChange={draft.change} />
          <Ladder content={draft.content} editable={editable} problems={problems} onChange={draft.change} />
        </div>
      </div>
      {panel === 'versions' && (
        <LevelVersions
          level={level}
          content={draft.content}
          restoring={actions.restore.isPending}
          onRestore={(number) => actions.restore.mutate({ number, version: draft.base.version })}
          onClose={() => onPanel(undefined)}
        />
      )}
      {panel === 'explain' && <ExplainPanel categories={level.categories} onClose={() => onPanel(undefined)} />}
      {asking === 'publish' && (
        <PublishDialog
          level={level}
          busy={actions.publish.isPending}
          error={problems.effective_from}
          onPublish={(effective_from, note) => actions.publish.mutate({ version: draft.base.version, effective_from, note }, { onSuccess: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'discard' && (
        <Confirm
          opened
          danger
          title={t('levels.discardTitle')}
          action={t('common.discardDraft')}
          busy={actions.discard.isPending}
          onConfirm={() => actions.discard.mutate(draft.base.version, { onSettled: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        >
          <p>{t('levels.discardText')}</p>
        </Confirm>
      )}
      {stale && (
        <Confirm
          opened
          title={t('common.draftConflictTitle')}
          action={t('common.draftConflictMine')}
          stay={t('common.draftConflictTheirs')}
          busy={actions.reload.isPending || actions.save.isPending}
          onConfirm={() => {
            const mine = draft.content
            actions.reload.mutate(undefined, {
              onSuccess: (now) => {
                actions.save.mutate({ content: mine, version: now.version })
                setStale(false)
              },
            })
          }}
          onClose={() => actions.reload.mutate(undefined, { onSuccess: () => setStale(false) })}
        >
          <p>{t('common.draftConflictText')}</p>
        </Confirm>
      )}
      <LeaveGuard dirty={draft.dirty} />
    </>
  )
}
