import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useLabel } from '~/lib/labels'
import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { differenceQuery } from './query'
import classes from './templates.module.css'

/** What a version says differently from another; what both say alike is left out. */
export function Comparison({ templateId, before, after }: { templateId: string; before: string; after: string }) {
  const { t } = useTranslation()
  const label = useLabel()
  const found = useQuery(differenceQuery(templateId, before, after))
  if (found.isError) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Bone height={120} />
  const rows = found.data.items.filter((row) => row.kind !== 'SAME')
  if (rows.length === 0) return <p className="muted">{t('templates.noDifference')}</p>
  // Places of blocks end with the kind of block, others with the name of the field.
  const name = (place: string) => (place.startsWith('block.') ? label('templates.block', place.slice(6)) : label('templates.fields', place.split('.').at(-1)))
  return (
    <ul className={classes.differences}>
      {rows.map((row, at) => (
        <li key={at} className={classes.difference}>
          <p className={classes.blockName}>
            {name(row.place)} · {t(`templates.difference.${row.kind}`)}
          </p>
          {row.before !== null && <del className={classes.gone}>{row.before || '–'}</del>}
          {row.after !== null && <ins className={classes.come}>{row.after || '–'}</ins>}
        </li>
      ))}
    </ul>
  )
}
