import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

import classes from './Keys.module.css'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const NAMES: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', Escape: 'Esc', Enter: 'Enter', shift: 'Shift' }

const name = (key: string) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)

/** Shows `g c` as G C and `mod+k` as Ctrl K. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation()
  const parts = keys === ' ' ? [' '] : keys.split(/[ +]/)
  return (
    <span className={classes.keys}>
      {parts.map((key, index) => (
        <Fragment key={`${key}${index}`}>
          <kbd className={classes.key}>{key === ' ' ? t('shell.keySpace') : name(key)}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
