import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FormDialog } from '~/ui/FormDialog'
import { isPassing, stateById, wordOf } from '../model/definition'
import { NEW_TRANSITION } from '../model/defaults'
import { useEditor } from './context'

interface Props {
  from: string | null
  onMade: () => void
  onClose: () => void
}

/** A new transition without a mouse: from where, to where, and what it is called. */
export function NewTransitionDialog({ from: start, onMade, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const { doc, act } = useEditor()
  const [from, setFrom] = useState(start)
  const [to, setTo] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [asked, setAsked] = useState(false)
  const choices = (include: (kind: string) => boolean) =>
    doc.states.filter((state) => include(state.kind)).map((state) => ({ value: state.id, label: wordOf(state.title, i18n.language) || state.key }))
  const passing = isPassing(stateById(doc, from ?? undefined)?.kind ?? 'task')
  return (
    <FormDialog
      title={t('workflow.newTransitionAction')}
      text={passing ? t('workflow.newTransitionPassing') : undefined}
      action={t('workflow.create')}
      dirty={false}
      busy={false}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!from || !to) return
        const name = title.trim()
        act.connect(from, to, name === '' ? undefined : { id: name, en: i18n.language === 'en' ? name : NEW_TRANSITION.en })
        onClose()
        requestAnimationFrame(onMade)
      }}
    >
      <Select label={t('workflow.from')} searchable data={choices(() => true)} value={from} onChange={setFrom} error={asked && !from && t('common.required')} data-autofocus={start ? undefined : true} />
      <Select
        label={t('workflow.to')}
        searchable
        data={choices((kind) => kind !== 'start')}
        value={to}
        placeholder={t('workflow.choose')}
        onChange={setTo}
        error={asked && !to && t('common.required')}
        data-autofocus={start ? true : undefined}
      />
      <TextInput label={t('workflow.transitionTitle')} placeholder={wordOf(NEW_TRANSITION, i18n.language)} maxLength={120} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
    </FormDialog>
  )
}
