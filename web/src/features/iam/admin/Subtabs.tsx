import classes from './Subtabs.module.css'

interface Props {
  label: string
  tabs: readonly { key: string; label: string }[]
  value: string
  onChange: (key: string) => void
}

/** The parts of one page of the administration. */
export function Subtabs({ label, tabs, value, onChange }: Props) {
  return (
    <div className={classes.tabs} role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button key={tab.key} type="button" className={classes.tab} aria-pressed={value === tab.key} onClick={() => onChange(tab.key)}>
          {tab.label}
        </button>
      ))}
    </div>
  )
}
