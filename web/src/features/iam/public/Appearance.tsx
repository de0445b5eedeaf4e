import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Language, ThemeChoice } from '~/api/models'
import { setLanguage } from '~/i18n'
import { choiceOf, schemeOf } from '~/lib/appearance'
import { meQuery, useSavePreferences } from './me'

/** Only a signed-in user has a profile to keep the choice in. */
function useKeep() {
  const client = useQueryClient()
  const save = useSavePreferences()
  return (change: Parameters<typeof save.mutate>[0]) => {
    if (client.getQueryData(meQuery.queryKey)) save.mutate(change)
  }
}

export function useLanguage() {
  const { i18n } = useTranslation()
  const client = useQueryClient()
  const keep = useKeep()
  return {
    language: i18n.language as Language,
    change: async (language: Language) => {
      await setLanguage(language)
      keep({ language })
      // Labels that the server writes (alerts, actions, timeline) come again in the new language.
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' && query.queryKey[0] !== 'search' })
    },
  }
}

export function LanguageSwitch({ fullWidth }: { fullWidth?: boolean }) {
  const { t } = useTranslation()
  const { language, change } = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t('shell.language')}
      value={language}
      onChange={(value) => void change(value as Language)}
      data={[
        { value: 'id', label: fullWidth ? 'Indonesia' : 'ID' },
        { value: 'en', label: fullWidth ? 'English' : 'EN' },
      ]}
    />
  )
}

export function useThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: false })
  const keep = useKeep()
  return {
    theme: choiceOf(colorScheme),
    change: (theme: ThemeChoice) => {
      setColorScheme(schemeOf(theme))
      keep({ theme })
    },
  }
}

export function ThemeSwitch() {
  const { t } = useTranslation()
  const { theme, change } = useThemeChoice()
  const option = (value: ThemeChoice, Icon: typeof IconSun, label: string) => ({
    value,
    label: (
      <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
        <Icon size={14} />
        {label}
      </span>
    ),
  })
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('shell.theme')}
      value={theme}
      onChange={(value) => change(value as ThemeChoice)}
      data={[
        option('system', IconDeviceDesktop, t('shell.themeSystem')),
        option('light', IconSun, t('shell.themeLight')),
        option('dark', IconMoon, t('shell.themeDark')),
      ]}
    />
  )
}
