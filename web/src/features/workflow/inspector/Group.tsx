import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useEditor } from '../editor/context'
import classes from './Inspector.module.css'

interface GroupProps {
  title: string
  add?: string
  onAdd?: () => void
  children: ReactNode
}

/** Fields that belong together under one heading, with a way to add one more where there may be several. */
export function Group({ title, add, onAdd, children }: GroupProps) {
  const { readOnly } = useEditor()
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        {title}
        {add && onAdd && !readOnly && (
          <Tooltip label={add}>
            <ActionIcon size={24} aria-label={add} onClick={onAdd}>
              <IconPlus size={15} />
            </ActionIcon>
          </Tooltip>
        )}
      </legend>
      <div className={classes.stack}>{children}</div>
    </fieldset>
  )
}

interface CardProps {
  title: ReactNode
  remove: string
  onRemove: () => void
  children: ReactNode
}

/** One entry of a list inside the inspector. */
export function Card({ title, remove, onRemove, children }: CardProps) {
  const { readOnly } = useEditor()
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <span>{title}</span>
        {!readOnly && (
          <Tooltip label={remove}>
            <ActionIcon size={24} aria-label={remove} onClick={onRemove}>
              <IconTrash size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {children}
    </div>
  )
}
