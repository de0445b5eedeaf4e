import classes from './Brand.module.css'

/** The mark is three knots on one cord: customer, branch, officer. */
export function Brand({ compact }: { compact?: boolean }) {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden>
        <rect width="32" height="32" rx="8" fill="var(--s-accent-fill)" />
        <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
          <path d="M10.500 11.500 20.500 10M11 13l9 8M21.500 12.500v7" />
        </g>
        <circle cx="9" cy="11.500" r="3.400" fill="#fff" />
        <circle cx="22" cy="9.800" r="2.600" fill="#fff" />
        <circle cx="21.600" cy="22.200" r="3" fill="#aee1da" />
      </svg>
      {!compact && <span className={classes.name}>Simpul</span>}
    </span>
  )
}
