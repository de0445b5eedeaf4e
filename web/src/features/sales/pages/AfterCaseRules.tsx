import '../texts/id/afterCase'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { configures, may } from '~/lib/permissions'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { Measure } from '../afterCase/Measure'
import { type AfterCaseRule, measureQuery, rulesQuery } from '../afterCase/query'
import { RuleDialog } from '../afterCase/RuleDialog'
import { RuleTable } from '../afterCase/RuleTable'

/** Which task follows a closed case, and how often it is done. */
export function AfterCaseRules() {
  const { t } = useTranslation()
  const me = useMe()
  const [reads, measures] = [configures(me), may(me, 'case', 'A')]
  const manages = may(me, 'configuration', 'M')
  const rules = useQuery({ ...rulesQuery, enabled: reads || !measures })
  const measure = useQuery({ ...measureQuery, enabled: measures })
  const [editing, setEditing] = useState<AfterCaseRule | 'new' | null>(null)
  const close = () => setEditing(null)
  if (!reads && !measures && rules.isError)
    return <Problem page error={rules.error} onRetry={() => void rules.refetch()} />
  return (
    <Page
      title={t('afterCase.title')}
      text={t('afterCase.text')}
      actions={
        manages && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
            {t('afterCase.make')}
          </Button>
        )
      }
    >
      {measures && !measure.isPending && <Measure />}
      {reads && <RuleTable manages={manages} onChange={setEditing} />}
      {editing && rules.data && (
        <RuleDialog
          rule={editing === 'new' ? undefined : editing}
          categories={rules.data.categories}
          onClose={close}
        />
      )}
    </Page>
  )
}
