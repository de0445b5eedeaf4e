import classes from './Avatar.module.css'

interface Props {
  initials: string
  size?: number
  square?: boolean
}

export function Avatar({ initials, size = 24, square }: Props) {
  return (
    <span
      aria-hidden
      className={classes.avatar}
      data-square={square || undefined}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
    >
      {initials.slice(0, 2)}
    </span>
  )
}
