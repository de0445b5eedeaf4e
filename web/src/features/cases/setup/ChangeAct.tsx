import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import table from '~/ui/Table.module.css'

interface Props<Row> {
  row: Row
  onChange: ((row: Row) => void) | undefined
}

/** The way to change the record of a row, for who may; its name tells one row's way from another's. */
export function ChangeAct<Row extends { name: string; can: Record<string, boolean> }>({ row, onChange }: Props<Row>) {
  const { t } = useTranslation()
  if (!onChange || !row.can.update) return null
  return (
    <span className={table.acts}>
      <Button variant="default" aria-label={`${t('levels.change')}: ${row.name}`} onClick={() => onChange(row)}>
        {t('levels.change')}
      </Button>
    </span>
  )
}
