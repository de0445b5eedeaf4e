import type { Texts } from '..'
import { common } from './common'
import { customers } from './customers'
import { iam } from './iam'
import { oversight } from './oversight'
import { record } from './record'
import { shell } from './shell'

export const en: Texts = { common, shell, iam, customers, record, oversight }
