import { Bone } from '~/ui/Bone'
import classes from './case.module.css'

export function CaseSkeleton() {
  return (
    <div aria-busy="true" className={classes.page}>
      <div className={classes.head}>
        <Bone width={220} height={24} />
        <Bone width={280} height={20} />
      </div>
      <div className={classes.columns}>
        <div className={classes.left} style={{ display: 'grid', gap: 16 }}>
          <Bone height={96} />
          <Bone height={140} />
          {[280, 340, 240].map((width) => (
            <Bone key={width} width={width} height={28} />
          ))}
        </div>
        <div className={classes.right} style={{ display: 'grid', gap: 16 }}>
          <Bone height={160} />
          <Bone height={56} />
          <Bone height={56} />
          <Bone height={140} />
        </div>
      </div>
    </div>
  )
}
