import type { Texts } from '..'
import { calendars } from './calendars'
import { common } from './common'
import { configuration } from './configuration'
import { customers } from './customers'
import { iam } from './iam'
import { inbox } from './inbox'
import { operations } from './operations'
import { oversight } from './oversight'
import { record } from './record'
import { shell } from './shell'
import { workflow } from './workflow'

export const en: Texts = { common, shell, iam, customers, record, oversight, workflow, inbox, operations, calendars, configuration }
