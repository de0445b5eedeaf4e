import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import table from '~/ui/Table.module.css'

/** The way to change the record of a row; `name` tells one row's way from another's. */
export function ChangeAct({ name, onChange }: { name: string; onChange: () => void }) {
  const { t } = useTranslation()
  return (
    <span className={table.acts}>
      <Button variant="default" aria-label={`${t('levels.change')}: ${name}`} onClick={onChange}>
        {t('levels.change')}
      </Button>
    </span>
  )
}
