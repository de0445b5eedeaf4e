import { Bone } from '~/ui/Bone'
import classes from './access.module.css'

export function Bones() {
  return (
    <div aria-hidden>
      {[220, 280, 240].map((width) => (
        <div key={width} className={classes.bone}>
          <Bone width={96} height={20} />
          <Bone width={width} />
        </div>
      ))}
    </div>
  )
}
