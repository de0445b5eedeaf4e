import classes from './Bone.module.css'

interface Props {
  width?: number | string
  height?: number
  round?: boolean
}

/** A piece of a skeleton; give it the size of what will stand there. */
export function Bone({ width = '100%', height = 12, round }: Props) {
  return <span aria-hidden className={classes.bone} data-round={round || undefined} style={{ width, height }} />
}
