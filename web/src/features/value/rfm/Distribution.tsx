import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Bars } from '~/ui/Bars'
import type { Distribution } from './model'
import classes from './rfm.module.css'

/** The customers of each segment as bars. */
export function SegmentBars({ found }: { found: Distribution }) {
  const { t } = useTranslation()
  return (
    <Bars
      label={t('rfm.distribution')}
      bars={found.segments.map((each) => ({
        key: each.segment,
        name: (
          <>
            {each.segment_name} <span className={classes.words}>{each.clv_name}</span>
          </>
        ),
        parts: [{ tone: 'accent' as const, value: each.customers ?? 0 }],
      }))}
    />
  )
}

/** The same by branch, in figures. */
export function BranchTable({ found }: { found: Distribution }) {
  const { t } = useTranslation()
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('rfm.byBranch')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('rfm.branch')}</th>
            {found.segments.map((each) => (
              <th key={each.segment} scope="col">
                {each.segment_name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.branches.map((branch) => (
            <tr key={branch.branch_code}>
              <th scope="row">{branch.branch_name}</th>
              {branch.segments.map((each) => (
                <td key={each.segment} className="num">
                  {each.customers === null ? t('rfm.small') : count(each.customers)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
