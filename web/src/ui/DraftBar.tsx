import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { dialogIsOpen, isTyping, useCommands } from '~/lib/commands'
import type { Draft } from '~/lib/draft'
import classes from './DraftBar.module.css'
import { Keys } from './Keys'

type Steps = Pick<Draft<unknown>, 'dirty' | 'canUndo' | 'canRedo' | 'undo' | 'redo'>

interface Props {
  label: string
  /** Where the draft stands against what is in force. */
  standing: string
  /** Beside it: who saved it, and when. */
  saved?: ReactNode
  draft: Steps
  /** Something differs from what is in force, saved or not. */
  pending: boolean
  saving: boolean
  approve: string
  onSave: () => void
  onApprove: () => void
  /** Left out where nothing is in force to go back to. */
  onDiscard?: () => void
  onChanges?: () => void
}

/** Where the screen stands against what is in force, and the way forward and back. */
export function DraftBar({ label, standing, saved, draft, pending, saving, approve, onSave, onApprove, onDiscard, onChanges }: Props) {
  const { t } = useTranslation()
  const tip = (words: string, keys: string) => (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      {words} <Keys keys={keys} />
    </span>
  )
  return (
    <div className={classes.bar} data-pending={pending || undefined} role="region" aria-label={label}>
      <div className={classes.words}>
        <span className={classes.strong}>{standing}</span>
        {draft.dirty ? <span className={classes.unsaved}>{t('common.unsaved')}</span> : saved}
        {onChanges && pending && (
          <button type="button" className={classes.link} onClick={onChanges}>
            {t('common.showChanges')}
          </button>
        )}
      </div>
      <div className={classes.acts} hidden={!pending && !draft.canUndo && !draft.canRedo}>
        <Tooltip label={tip(t('common.undo'), 'mod+z')}>
          <ActionIcon aria-label={t('common.undo')} disabled={!draft.canUndo} onClick={draft.undo}>
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={tip(t('common.redo'), 'mod+shift+z')}>
          <ActionIcon aria-label={t('common.redo')} disabled={!draft.canRedo} onClick={draft.redo}>
            <IconArrowForwardUp size={16} />
          </ActionIcon>
        </Tooltip>
        {onDiscard && pending && (
          <Button variant="subtle" color="gray" onClick={onDiscard}>
            {t('common.discardDraft')}
          </Button>
        )}
        <Tooltip label={tip(t('common.saveDraft'), 'mod+s')}>
          <Button variant="default" disabled={!draft.dirty} loading={saving} onClick={onSave}>
            {t('common.saveDraft')}
          </Button>
        </Tooltip>
        <Button disabled={!pending} onClick={onApprove}>
          {approve}…
        </Button>
      </div>
    </div>
  )
}

/** The same line where nothing can be changed. */
export function Standing({ children }: { children: ReactNode }) {
  return <p className={classes.quiet}>{children}</p>
}

/** Steps of typing are the field's own; a dialog over the page keeps the draft still. */
const aside = (target: EventTarget | null) => !isTyping(target) && !dialogIsOpen()

/** The keys of a draft: a step back, a step forward, save. */
export function useDraftCommands(draft: Steps, editable: boolean, save: () => void): void {
  const { t } = useTranslation()
  useCommands([
    { id: 'draft.undo', group: 'record', label: t('common.undo'), keys: 'mod+z', hidden: !editable, available: aside, run: draft.undo },
    { id: 'draft.redo', group: 'record', label: t('common.redo'), keys: 'mod+shift+z', hidden: !editable, available: aside, run: draft.redo },
    { id: 'draft.redo.too', group: 'record', label: t('common.redo'), keys: 'mod+y', hidden: true, available: aside, run: draft.redo },
    { id: 'draft.save', group: 'record', label: t('common.saveDraft'), keys: 'mod+s', hidden: !editable, run: save },
  ])
}
