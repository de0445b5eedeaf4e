/* The texts that are at hand. Each area declares itself and is added by the module that holds it, so it comes with the page that imports it. */
import i18next from 'i18next'

import { common } from './id/common'
import { shell } from './id/shell'

/** Every area of texts; a feature adds its own by declaring them here beside their words. */
export interface Texts {
  common: typeof common
  shell: typeof shell
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts }
    returnNull: false
  }
}

/** The Indonesian texts that have arrived; the program itself brings these two. */
export const arrived: Partial<Texts> = { common, shell }

/** Adds the Indonesian texts of an area before its page is drawn; English, fetched as a whole, has them already. */
export function addTexts(texts: Partial<Texts>): void {
  Object.assign(arrived, texts)
  if (i18next.isInitialized) i18next.addResourceBundle('id', 'translation', texts, true, true)
}
