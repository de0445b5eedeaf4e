import { FileButton, Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems, isApiError } from '~/api/problem'
import { count } from '~/lib/format'
import { Dialog } from '~/ui/Dialog'
import { FormDialog } from '~/ui/FormDialog'
import { toastProblem } from '~/ui/toast'
import { noteSegment, renewSegments, type Segment, type Upload, uploadList } from './query'
import classes from '../marketing.module.css'

interface Props {
  segment: Segment
  onClose: () => void
}

const MOST_BYTES = 2_000_000
const SHOWN_LINES = 40

/** Adds customers to a list by their numbers, pasted or from a file, and says what came of every line. */
export function UploadDialog({ segment, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  const send = useMutation({
    mutationFn: () => uploadList(segment.segment_id, segment.version, text),
    onSuccess: (found) => noteSegment(client, found.segment),
    onError: (error) => {
      const said = Object.values(fieldProblems(error))[0]
      if (said) return setFault(said)
      toastProblem(error)
      if (isApiError(error) && error.code === 'stale_version') renewSegments(client, segment.segment_id)
    },
  })
  const read = async (file: File | null) => {
    if (!file) return
    if (file.size > MOST_BYTES) return setFault(t('segments.upload.tooLarge'))
    setFault(undefined)
    setText(await file.text())
  }
  if (send.data) return <Result result={send.data} onClose={onClose} />
  return (
    <FormDialog
      title={t('segments.upload.title')}
      text={t('segments.upload.text')}
      action={t('segments.upload.action')}
      dirty={text !== '' && !send.isSuccess}
      busy={send.isPending}
      size={560}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') setFault(t('common.required'))
        else send.mutate()
      }}
    >
      <div>
        <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileUpload size={15} />}>
              {t('segments.upload.file')}
            </Button>
          )}
        </FileButton>
      </div>
      <Textarea
        label={t('segments.upload.lines')}
        autosize
        minRows={6}
        maxRows={12}
        spellCheck={false}
        data-autofocus
        styles={{ input: { fontFamily: 'var(--s-mono)' } }}
        value={text}
        error={fault}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setFault(undefined)
        }}
      />
    </FormDialog>
  )
}

function Result({ result, onClose }: { result: Upload; onClose: () => void }) {
  const { t } = useTranslation()
  const { unknown, unknown_count } = result
  const lines = unknown.slice(0, SHOWN_LINES).join(', ')
  return (
    <Dialog opened onClose={onClose} title={t('segments.upload.done')}>
      <ul className={classes.results}>
        <li data-good>{t('segments.upload.added', { rows: count(result.added) })}</li>
        {result.already > 0 && <li>{t('segments.upload.already', { rows: count(result.already) })}</li>}
        {result.not_active > 0 && <li>{t('segments.upload.notActive', { rows: count(result.not_active) })}</li>}
        {unknown_count > 0 && (
          <li>
            {t('segments.upload.unknown', { rows: count(unknown_count) })} {t('segments.upload.atLines', { lines })}
            {unknown_count > SHOWN_LINES && ' …'}
          </li>
        )}
      </ul>
      <div className={classes.dialogActs}>
        <Button onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  )
}
