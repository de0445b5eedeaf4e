import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { useCommands } from '~/lib/commands'
import { count } from '~/lib/format'
import { useLeaveBlocker } from '~/lib/unsaved'
import { Confirm } from '~/ui/Confirm'
import { useProposed } from '~/ui/Proposal'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Section } from '~/ui/Section'
import { toastDone, toastProblem } from '~/ui/toast'
import type { Setting, Settings } from '../types'
import { settingsQuery } from './query'
import { SettingRow } from './SettingRow'
import { equalValues, outOfBounds, valueWords } from './value'
import matrix from '../grants/Matrix.module.css'
import classes from './Settings.module.css'

type Edited = Record<string, unknown>

/** All settings on one page; what was changed is read as sentences and reasoned before it holds. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const [edited, setEdited] = useState<Edited>({})
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [saving, setSaving] = useState(false)
  const all = settings.groups.flatMap((group) => group.items)
  const valueOf = (setting: Setting) => (setting.key in edited ? edited[setting.key] : setting.value)
  const changed = all.filter((setting) => !equalValues(valueOf(setting), setting.value))
  const problem = (setting: Setting) => {
    const wrong = outOfBounds(setting, valueOf(setting))
    if (wrong === 'number') return t('admin.wholeNumber')
    if (wrong === 'bounds') return t('admin.outOfBounds', { minimum: count(setting.minimum ?? 0), maximum: count(setting.maximum ?? 0) })
    return refused[setting.key]
  }
  const blocked = changed.some((setting) => outOfBounds(setting, valueOf(setting)))
  const dirty = changed.length > 0
  const blocker = useLeaveBlocker(dirty, { samePage: true })
  const save = useMutation({
    mutationFn: (reason: string) => {
      const resets = changed.filter((setting) => equalValues(valueOf(setting), setting.default)).map((setting) => setting.key)
      const changes = Object.fromEntries(changed.filter((setting) => !resets.includes(setting.key)).map((setting) => [setting.key, valueOf(setting) as never]))
      return unwrap(api.PUT('/api/v1/settings', { body: { version: settings.version, changes, resets, reason } }))
    },
    onSuccess: (next) => {
      if (proposed(next)) void client.invalidateQueries({ queryKey: settingsQuery.queryKey })
      else {
        client.setQueryData(settingsQuery.queryKey, next)
        void client.invalidateQueries({ queryKey: [...settingsQuery.queryKey, 'revisions'] })
        toastDone(t('admin.settingsSaved'))
      }
      setEdited({})
      setRefused({})
    },
    onError: (error) => {
      if (isApiError(error) && error.status === 422) {
        return setRefused(Object.fromEntries(Object.entries(error.fields).map(([field, messages]) => [field.replace(/^changes\./, ''), messages[0] ?? ''])))
      }
      toastProblem(error)
      // What is typed stays; beneath it now stands what somebody else saved.
      if (isApiError(error) && error.code === 'stale_version') void client.invalidateQueries({ queryKey: settingsQuery.queryKey })
    },
    onSettled: () => setSaving(false),
  })
  useCommands([{ id: 'settings.save', group: 'record', label: t('admin.settingsReview'), keys: 'mod+s', hidden: !settings.can.save, run: () => dirty && !blocked && setSaving(true) }])
  return (
    <>
      {settings.groups.filter((group) => group.items.length > 0).map((group) => (
        <Section key={group.key} title={group.name}>
          {group.items.map((setting) => (
            <SettingRow
              key={setting.key}
              setting={setting}
              value={valueOf(setting)}
              editable={settings.can.save}
              error={problem(setting)}
              onChange={(value) => {
                setEdited((before) => ({ ...before, [setting.key]: value }))
                setRefused(({ [setting.key]: _, ...rest }) => rest)
              }}
            />
          ))}
        </Section>
      ))}
      {dirty && (
        <div className={matrix.save} role="region" aria-label={t('admin.changes')}>
          <strong className="num">{t('admin.changesOnScreen', { count: changed.length })}</strong>
          <Button variant="default" onClick={() => setEdited({})}>
            {t('admin.discard')}
          </Button>
          <Button disabled={blocked} onClick={() => setSaving(true)}>
            {t('admin.settingsReview')}
          </Button>
        </div>
      )}
      {saving && (
        <ReasonDialog title={t('admin.settingsReview')} text={t('admin.settingsReviewText')} action={t('common.save')} busy={save.isPending} onSubmit={(reason) => save.mutate(reason)} onClose={() => setSaving(false)}>
          <ul className={classes.changes}>
            {changed.map((setting) => (
              <li key={setting.key}>
                <strong>{setting.label}</strong>
                <br />
                <span className="muted">{valueWords(t, setting, setting.value)}</span> → {valueWords(t, setting, valueOf(setting))}
              </li>
            ))}
          </ul>
        </ReasonDialog>
      )}
      {blocker.status === 'blocked' && (
        <Confirm opened danger title={t('common.unsavedTitle')} action={t('common.unsavedLeave')} stay={t('common.unsavedStay')} onConfirm={blocker.proceed} onClose={blocker.reset}>
          <p>{t('common.unsavedText')}</p>
        </Confirm>
      )}
    </>
  )
}
