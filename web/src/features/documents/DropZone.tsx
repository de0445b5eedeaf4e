import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fileSize } from '~/lib/format'
import classes from './documents.module.css'
import type { DocumentPage } from './public/query'

interface Props {
  rules: DocumentPage
  onFiles: (files: Iterable<File>) => void
}

/** Takes files that are dropped, or chosen with the keyboard or the mouse. */
export function DropZone({ rules, onFiles }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles(event.dataTransfer.files)
      }}
    >
      <IconFileUpload size={18} stroke={1.75} aria-hidden />
      <p>
        {over ? (
          t('documents.dropping')
        ) : (
          <>
            <span className={classes.drop}>{t('documents.drop')} </span>
            <button type="button" className={classes.choose} onClick={() => input.current?.click()}>
              {t('documents.choose')}
            </button>
          </>
        )}
      </p>
      <p className={classes.limits}>{t('documents.limits', { size: fileSize(rules.max_bytes) })}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('documents.choose')}
        accept={rules.accepts.map((each) => `.${each}`).join(',')}
        onChange={(event) => {
          onFiles(event.currentTarget.files ?? [])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
