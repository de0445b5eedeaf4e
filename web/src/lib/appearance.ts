import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'

import type { ThemeChoice } from '~/api/models'

const STORAGE = 'simpul.theme'

const toScheme = (choice: string | null): MantineColorScheme => (choice === 'light' || choice === 'dark' ? choice : 'auto')

/** Remembers the theme on this computer under the words of the profile (system, light, dark), for boot.js to read. */
export function colorSchemeManager(): MantineColorSchemeManager {
  return {
    get: (fallback) => {
      try {
        return toScheme(localStorage.getItem(STORAGE))
      } catch {
        return fallback
      }
    },
    set: (scheme) => {
      try {
        localStorage.setItem(STORAGE, scheme === 'auto' ? 'system' : scheme)
      } catch {
        /* storage refused: the choice holds until the page closes */
      }
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => localStorage.removeItem(STORAGE),
  }
}

export const schemeOf = (choice: ThemeChoice): MantineColorScheme => (choice === 'system' ? 'auto' : choice)
export const choiceOf = (scheme: MantineColorScheme): ThemeChoice => (scheme === 'auto' ? 'system' : scheme)
