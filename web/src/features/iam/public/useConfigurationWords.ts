/* How the administration's codes read: roles, grants and settings by the names that their pages give them. */
import '../texts/id/admin'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { grantsQuery } from '../admin/query'
import { accountsQuery } from '../admin/services/query'
import { settingsQuery } from '../admin/settings/query'
import { valueWords } from '../admin/settings/value'

export interface ConfigurationWords {
  role: (key: string) => string
  /** `SUPERVISOR case:R` is read as whose grant of what; undefined for any other text. */
  grant: (place: string) => string | undefined
  /** How far a grant reaches: `BRANCH`, or `BRANCH?` for those named only. */
  reach: (value: string) => string
  /** `case:X` as a switch of one person. */
  act: (place: string) => string
  /** A program by the id of its account. */
  account: (id: string) => string
  setting: (key: string) => string | undefined
  settingValue: (key: string, value: unknown) => string
}

/** The words, as far as they have arrived; codes stand for what has not. */
export function useConfigurationWords(): ConfigurationWords {
  const { t } = useTranslation()
  const grants = useQuery({ ...grantsQuery, staleTime: 60_000 }).data
  const accounts = useQuery({ ...accountsQuery, staleTime: 60_000 }).data?.items
  const groups = useQuery({ ...settingsQuery, staleTime: 60_000 }).data?.groups ?? []
  const found = (key: string) => groups.flatMap((group) => group.items).find((item) => item.key === key)
  const name = (list: readonly { key: string; name: string }[] | undefined, key: string) => list?.find((each) => each.key === key)?.name ?? key
  const act = (place: string) => {
    const [resource = '', action = ''] = place.split(':')
    return `${name(grants?.resources, resource)} · ${name(grants?.actions, action)}`
  }
  return {
    role: (key) => name(grants?.roles, key),
    act,
    grant: (place) => {
      const parts = /^([A-Z][A-Z0-9_]*) ([a-z0-9_]+:[A-Z])$/.exec(place)
      return parts ? `${name(grants?.roles, parts[1] ?? '')}: ${act(parts[2] ?? '')}` : undefined
    },
    reach: (value) => {
      const named = value.endsWith('?')
      const key = named ? value.slice(0, -1) : value
      return (key === 'NONE' ? t('admin.nothing') : name(grants?.reaches, key)) + (named ? ` (${t('admin.byName')})` : '')
    },
    account: (id) => accounts?.find((each) => each.id === id)?.name ?? id,
    setting: (key) => found(key)?.label,
    settingValue: (key, value) => {
      const setting = found(key)
      return setting ? valueWords(t, setting, value) : String(value)
    },
  }
}
