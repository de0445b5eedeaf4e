import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconDots, IconGitCompare, IconPackage, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import type { Workflow } from '../server'
import type { useDraft } from './useDraft'
import type { Editing } from './useHistory'

interface StatusProps {
  workflow: Workflow
  dirty: boolean
  saving: boolean
}

/** Whether the draft differs from the version in force, and whether it is saved. */
export function DraftStatus({ workflow, dirty, saving }: StatusProps) {
  const { t } = useTranslation()
  if (saving) return <Chip>{t('workflow.saving')}</Chip>
  if (dirty) return <Chip tone="warning">{t('workflow.unsaved')}</Chip>
  if (workflow.draft.changed) return <Chip tone="info">{t('workflow.draftChanged')}</Chip>
  return null
}

interface BarProps {
  workflow: Workflow
  editing: Editing
  dirty: boolean
  draft: ReturnType<typeof useDraft>
  onPublish: () => void
  onDiscard: () => void
}

export function EditorBar({ workflow, editing, dirty, draft, onPublish, onDiscard }: BarProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { past, present, future } = editing.history
  const undoLabel = past.length > 0 ? `${t('common.undo')}: ${present.label}` : t('common.undo')
  const redoLabel = future[0] ? `${t('workflow.redo')}: ${future[0].label}` : t('workflow.redo')
  return (
    <>
      <Tooltip label={`${undoLabel} (Ctrl Z)`}>
        <ActionIcon aria-label={undoLabel} disabled={past.length === 0} onClick={editing.undo}>
          <IconArrowBackUp size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoLabel} (Ctrl Shift Z)`}>
        <ActionIcon aria-label={redoLabel} disabled={future.length === 0} onClick={editing.redo}>
          <IconArrowForwardUp size={17} />
        </ActionIcon>
      </Tooltip>
      <Button variant="default" disabled={!dirty} loading={draft.saving} onClick={() => void draft.save()}>
        {t('workflow.saveDraft')}
      </Button>
      <Menu width={240}>
        <Menu.Target>
          <ActionIcon aria-label={t('common.more')}>
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconGitCompare size={15} aria-hidden />}
            disabled={!workflow.published}
            onClick={() =>
              void navigate({
                to: '/workflows/$workflowKey/versions',
                params: { workflowKey: workflow.key },
                search: { before: String(workflow.published?.number ?? ''), after: 'draft' },
              })
            }
          >
            {t('workflow.compare')}
          </Menu.Item>
          {workflow.shipped?.differs && (
            <Menu.Item
              leftSection={<IconPackage size={15} aria-hidden />}
              onClick={() => void navigate({ to: '/workflows/$workflowKey/versions', params: { workflowKey: workflow.key }, search: { before: 'shipped', after: 'draft' } })}
            >
              {t('workflow.compareShipped')}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} disabled={!dirty && !workflow.draft.changed} onClick={onDiscard}>
            {t('workflow.discard')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button disabled={!dirty && !workflow.draft.changed} onClick={onPublish}>
        {t('workflow.publish')}
      </Button>
    </>
  )
}
