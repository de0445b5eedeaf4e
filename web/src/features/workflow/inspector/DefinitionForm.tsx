import { useTranslation } from 'react-i18next'

import { Facts } from '~/ui/Facts'
import { useEditor } from '../editor/context'
import { wordOf } from '../model/definition'
import { ProblemLine } from './FieldProblems'
import { TitleFields } from './TitleFields'
import classes from './Inspector.module.css'

/** The workflow itself, while nothing of it is selected. */
export function DefinitionForm() {
  const { t, i18n } = useTranslation()
  const { doc, act, problems } = useEditor()
  const label = t('workflow.didEdit', { name: wordOf(doc.title, i18n.language) })
  return (
    <div className={classes.fields}>
      <TitleFields title={doc.title} onChange={(title, language) => act.edit({ ...act.doc(), title }, label, `title ${language}`)} />
      <Facts
        labelWidth={96}
        facts={[
          [t('workflow.key'), <code className="mono">{doc.key}</code>],
          [t('workflow.subject'), <code className="mono">{doc.subject}</code>],
          [t('workflow.states'), <span className="num">{doc.states.length}</span>],
          [t('workflow.transitions'), <span className="num">{doc.transitions.length}</span>],
        ]}
      />
      {problems
        .filter(({ place }) => place.selection === null && !place.field.startsWith('title'))
        .map((problem, index) => (
          <ProblemLine key={index} problem={problem} />
        ))}
      <p className={classes.hint}>{t('workflow.nothingSelected')}</p>
    </div>
  )
}
