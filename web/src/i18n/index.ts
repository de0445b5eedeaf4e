import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { Language } from '~/api/models'
import { arrived } from './texts'

const STORAGE = 'simpul.language'

/** What this computer was last read in: it holds before the texts have arrived, too. */
export function remembered(): Language {
  try {
    return localStorage.getItem(STORAGE) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}

/** Indonesian comes with the program; English is fetched when someone asks for it. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en')
    i18next.addResourceBundle('en', 'translation', en)
  }
  try {
    localStorage.setItem(STORAGE, language)
  } catch {
    /* storage refused: the choice still holds in the profile */
  }
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'id',
    fallbackLng: 'id',
    resources: { id: { translation: arrived } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  if (remembered() === 'en') await setLanguage('en')
}
