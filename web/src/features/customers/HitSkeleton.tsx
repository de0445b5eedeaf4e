import { Bone } from '~/ui/Bone'
import classes from './HitRow.module.css'

const WIDTHS = [168, 132, 196, 148, 176, 120]

export function HitSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row}>
          <Bone width={32} height={32} round />
          <span className={classes.words} style={{ display: 'grid', gap: 7 }}>
            <Bone width={WIDTHS[index % WIDTHS.length]} height={13} />
            <Bone width={260} height={11} />
          </span>
          <Bone width={72} height={20} />
        </div>
      ))}
    </div>
  )
}
