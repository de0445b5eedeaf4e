import classes from './Views.module.css'

interface Props<Key extends string> {
  label: string
  views: readonly { key: Key; label: string }[]
  /** Whatever the address says; none is open for a key that there is not. */
  value: Key | (string & {})
  onChange: (key: Key) => void
}

/** The parts of one page, one of which is open. */
export function Views<Key extends string>({ label, views, value, onChange }: Props<Key>) {
  return (
    <div className={classes.views} role="group" aria-label={label}>
      {views.map((view) => (
        <button key={view.key} type="button" className={classes.view} aria-pressed={value === view.key} onClick={() => onChange(view.key)}>
          {view.label}
        </button>
      ))}
    </div>
  )
}
