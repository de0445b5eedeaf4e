import { Link } from '@tanstack/react-router'

import { AlertChips } from './AlertChips'
import type { PortfolioRow } from './query'
import classes from './cockpit.module.css'

/** A customer in one line: who, what stands out, and when somebody last spoke to them. */
export function PortfolioLine({ row, when }: { row: PortfolioRow; when: string }) {
  return (
    <li>
      <Link
        to="/customers/$customerId"
        params={{ customerId: row.customer_id }}
        className={classes.person}
      >
        <span className={classes.who}>
          {row.name} <span className="num muted">{row.cif_masked}</span>
        </span>
        <AlertChips alerts={row.alerts} />
        <span className="muted">{when}</span>
      </Link>
    </li>
  )
}
