/* English as a whole: the program's own words and those that stand beside the features and beside larger parts of the interface. */
import type { Texts } from '../texts'
import { common } from './common'
import { shell } from './shell'

const beside = import.meta.glob<Partial<Texts>>(['../../features/*/texts/en/*.ts', '../../ui/*/texts/en/*.ts'], { eager: true })

export const en = Object.assign({ common, shell }, ...Object.values(beside)) as Texts
