import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
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
