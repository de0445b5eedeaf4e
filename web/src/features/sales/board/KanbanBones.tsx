import { CardBones } from './KanbanColumn'
import classes from './kanban.module.css'

/** The board before its cards have arrived. */
export function KanbanBones({ columns }: { columns: number }) {
  return (
    <div className={classes.board} aria-hidden>
      {Array.from({ length: columns }, (_, index) => (
        <div key={index} className={classes.column}>
          <div className={classes.head} />
          <ul className={classes.cards}>
            {Array.from({ length: 3 - (index % 2) }, (_, each) => (
              <CardBones key={each} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
