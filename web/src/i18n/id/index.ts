import { common } from './common'
import { customers } from './customers'
import { iam } from './iam'
import { oversight } from './oversight'
import { record } from './record'
import { shell } from './shell'

export const id = { common, shell, iam, customers, record, oversight }
