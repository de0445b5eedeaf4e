import { Bone } from './Bone'
import list from './List.module.css'

/** Records of a list that are still being fetched. */
export function ListBones() {
  return (
    <div aria-hidden>
      {[220, 280, 240].map((width) => (
        <div key={width} className={list.item}>
          <div className={list.status}>
            <Bone width={96} height={20} />
          </div>
          <Bone width={width} />
        </div>
      ))}
    </div>
  )
}
