import { IconAlertCircle, IconAlertTriangle, IconChevronDown, IconCircleCheck } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Doc, type Selection, stateById, transitionById, wordOf } from '../model/definition'
import type { Problem } from '../model/places'
import classes from './Problems.module.css'

interface Props {
  doc: Doc
  problems: readonly Problem[]
  checking: boolean
  failed: boolean
  onGo: (problem: Problem) => void
}

const nameOf = (doc: Doc, selection: Selection, language: string) => {
  const row = selection?.kind === 'state' ? stateById(doc, selection.id) : transitionById(doc, selection?.id)
  return row && (wordOf(row.title, language) || row.key)
}

/** What the server would refuse, as a compiler lists it: each line leads to its shape and its field. */
export function Problems({ doc, problems, checking, failed, onGo }: Props) {
  const { t, i18n } = useTranslation()
  // On a phone the outline needs the room; the counts in the bar say that there is something to open.
  const [open, setOpen] = useState(() => window.innerWidth >= 768)
  const id = useId()
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const warnings = problems.length - errors
  return (
    <section className={classes.panel} aria-label={t('workflow.problems')}>
      <button type="button" className={classes.head} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className={classes.title}>{t('workflow.problems')}</span>
        {errors > 0 && (
          <span className={classes.count} data-severity="error">
            <IconAlertCircle size={14} aria-hidden /> {t('workflow.errorCount', { count: errors })}
          </span>
        )}
        {warnings > 0 && (
          <span className={classes.count} data-severity="warning">
            <IconAlertTriangle size={14} aria-hidden /> {t('workflow.warningCount', { count: warnings })}
          </span>
        )}
        {problems.length === 0 && !failed && (
          <span className={classes.count} data-severity="none">
            <IconCircleCheck size={14} aria-hidden /> {t('workflow.noProblems')}
          </span>
        )}
        <span className={classes.state} role="status">
          {checking ? t('workflow.checking') : failed ? t('workflow.checkFailed') : ''}
        </span>
        {problems.length > 0 && <IconChevronDown size={15} className={classes.fold} aria-hidden />}
      </button>
      <ul id={id} className={classes.list} hidden={!open || problems.length === 0}>
        {problems.map((problem, index) => (
          <li key={`${problem.code}${problem.path}${index}`}>
            <button type="button" className={classes.row} data-severity={problem.severity} onClick={() => onGo(problem)}>
              {problem.severity === 'error' ? <IconAlertCircle size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
              <span className="visually-hidden">{t(`workflow.severities.${problem.severity}`)}: </span>
              <span className={classes.message}>{problem.message}</span>
              <span className={classes.where}>{nameOf(doc, problem.place.selection, i18n.language) ?? t('workflow.wholeWorkflow')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
