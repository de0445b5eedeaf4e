/* English as a whole: the program's own words and those that stand beside the features. */
import type { Texts } from '../texts'
import { common } from './common'
import { shell } from './shell'

const ofFeatures = import.meta.glob<Partial<Texts>>('../../features/*/texts/en/*.ts', { eager: true })

export const en = Object.assign({ common, shell }, ...Object.values(ofFeatures)) as Texts
