import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useEditor } from '../editor/context'
import { type Problem, within } from '../model/places'
import classes from './Inspector.module.css'

/** The problems of the selected part of the definition that belong to one field, as the server says them. */
export function useFieldProblems(field: string, exact = false) {
  const { problems, selection } = useEditor()
  const own = problems.filter(({ place }) => place.selection?.id === selection?.id)
  return exact ? own.filter(({ place }) => place.field === field) : within(own, field)
}

interface Props {
  field: string
  /** Only what is said of the field itself: its parts show their own. */
  exact?: boolean
  children: ReactNode
}

/** A field of the inspector with what is wrong in it; a problem of the list finds it by its name. */
export function Field({ field, exact = false, children }: Props) {
  return (
    <div data-field={field} style={{ minWidth: 0 }}>
      {children}
      <FieldProblems field={field} exact={exact} />
    </div>
  )
}

export function FieldProblems({ field, exact = false }: { field: string; exact?: boolean }) {
  return useFieldProblems(field, exact).map((problem, index) => <ProblemLine key={`${problem.code}${index}`} problem={problem} />)
}

export function ProblemLine({ problem }: { problem: Problem }) {
  return (
    <p className={classes.problem} data-severity={problem.severity}>
      {problem.severity === 'error' ? <IconAlertCircle size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      <span>{problem.message}</span>
    </p>
  )
}
