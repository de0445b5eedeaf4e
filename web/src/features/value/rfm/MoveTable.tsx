import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import type { Migrations } from './model'
import classes from './rfm.module.css'

/** Each move with its customers, in figures. */
export function MoveTable({ found }: { found: Migrations }) {
  const { t } = useTranslation()
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('rfm.migrations')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('rfm.first')}</th>
            <th scope="col" className={classes.text}>
              {t('rfm.second')}
            </th>
            <th scope="col">{t('rfm.customers')}</th>
          </tr>
        </thead>
        <tbody>
          {found.moves.map((each) => (
            <tr key={`${each.from_segment} ${each.to_segment}`}>
              <th scope="row">{each.from_name}</th>
              <td className={classes.text}>
                {each.to_name}
                {each.from_segment === each.to_segment && (
                  <span className="muted"> ({t('rfm.stayed')})</span>
                )}
              </td>
              <td className="num">
                {each.customers === null ? t('rfm.small') : count(each.customers)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
