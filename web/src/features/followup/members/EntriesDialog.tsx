import '../texts/id/followup'

import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import type { EntriesOut } from '../model'
import { createEntries } from '../server'
import { cifsIn, MOST_CIFS } from './cifs'
import classes from '../followup.module.css'

const SHOWN = 50

/** Customers enter the programme; what was not accepted stays on the form, with its reason. */
export function EntriesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [sent, setSent] = useState<string[]>([])
  const [wrong, setWrong] = useState<string | undefined>()
  const enter = useMutation({
    mutationFn: (cifs: string[]) => createEntries(cifs),
    onSuccess: ({ accepted, refused, rows }, cifs) => {
      setSent(cifs)
      toastDone(t('followup.entriesDone', { accepted, refused }))
      const left = rows.filter((row) => row.outcome !== 'QUEUED')
      setText(left.map((row) => cifs[row.place - 1] ?? '').join('\n'))
    },
    onError: (error) => {
      const refused = Object.values(fieldProblems(error))[0]
      if (refused) setWrong(refused)
      else toastProblem(error)
    },
  })
  const submit = () => {
    const cifs = cifsIn(text)
    if (cifs.length === 0) setWrong(t('common.required'))
    else if (cifs.length > MOST_CIFS) setWrong(t('followup.entriesTooMany'))
    else if (!enter.isPending) enter.mutate(cifs)
  }
  return (
    <FormDialog
      title={t('followup.entries')}
      text={t('followup.entriesText')}
      action={t('followup.entriesSend')}
      dirty={text.trim() !== '' && !enter.isSuccess}
      busy={enter.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('followup.entriesField')}
        autosize
        minRows={6}
        maxRows={14}
        data-autofocus
        value={text}
        error={wrong}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setWrong(undefined)
        }}
      />
      {enter.data && <Outcome result={enter.data} cifs={sent} />}
    </FormDialog>
  )
}

function Outcome({ result, cifs }: { result: EntriesOut; cifs: readonly string[] }) {
  const { t } = useTranslation()
  const { accepted, refused, rows } = result
  const left = rows.filter((row) => row.outcome !== 'QUEUED')
  return (
    <div role="status">
      <p>{t('followup.entriesDone', { accepted, refused })}</p>
      <ul className={classes.plain}>
        {left.slice(0, SHOWN).map((row) => (
          <li key={row.place}>
            <span className="num">
              {t('followup.entryPlace', { place: row.place, cif: cifs[row.place - 1] ?? '' })}
            </span>
            <span className="muted">{t(`followup.entryOutcomes.${row.outcome}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
