import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import type { AuditFilters } from '../query'
import { filterCreate, filtersOf, filterUpdate, FILTERS, type SavedFilter } from './query'

interface Props {
  /** The filter to rename or share; none: what is on the page is kept. */
  kept?: SavedFilter
  filters: AuditFilters
  onDone: (kept: SavedFilter) => void
  onClose: () => void
}

/** The name under which a filter is kept, and who may use it too. */
export function FilterDialog({ kept, filters, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const [name, setName] = useState(kept?.name ?? '')
  const [role, setRole] = useState(kept?.shared_with ?? null)
  const [wrong, setWrong] = useState<Record<string, string | undefined>>({})
  const save = useVersionedSave({
    send: (version = 0) => {
      const body = { name: name.trim(), shared_with: role, filters: kept ? filtersOf(kept) : filters }
      return kept ? filterUpdate(kept.id, body, version) : filterCreate(body)
    },
    onSaved: (next) => {
      toastDone(t('trail.saved', { name: next.name }))
      onDone(next)
    },
    onRefused: setWrong,
    answers: { audit_filter_name_taken: { name: t('trail.nameTaken') } },
    compared: () => [{ key: 'name', name: t('trail.name'), opened: kept?.name, mine: name, now: (current) => current.name }],
    onSettled: () => void client.invalidateQueries({ queryKey: FILTERS }),
  })
  // A filter is shared with a role of one's own; one that was shared by a role since lost can be taken back.
  const roles = [...me.roles, ...(kept?.shared_with && !me.roles.some((each) => each.key === kept.shared_with) ? [{ key: kept.shared_with, name: kept.shared_with_name ?? kept.shared_with }] : [])]
  const dirty = name !== (kept?.name ?? '') || role !== (kept?.shared_with ?? null)
  return (
    <>
      <FormDialog
        title={kept ? t('trail.change', { name: kept.name }) : t('trail.keep')}
        text={kept ? undefined : t('trail.keepText')}
        action={t('common.save')}
        dirty={dirty && !save.busy && !save.done}
        busy={save.busy}
        covered={save.covered}
        onClose={onClose}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return setWrong({ name: t('common.required') })
          setWrong({})
          save.run(kept?.version ?? 0)
        }}
      >
        <TextInput label={t('trail.name')} description={t('trail.nameText')} maxLength={80} data-autofocus value={name} error={wrong.name} onChange={(event) => setName(event.currentTarget.value)} />
        <Select
          label={t('trail.share')}
          description={t('trail.shareText')}
          placeholder={t('trail.onlyMe')}
          clearable
          clearButtonProps={{ 'aria-label': t('trail.onlyMe') }}
          data={roles.map(({ key, name: label }) => ({ value: key, label }))}
          value={role}
          error={wrong.shared_with}
          onChange={setRole}
        />
      </FormDialog>
      {save.dialog}
    </>
  )
}
