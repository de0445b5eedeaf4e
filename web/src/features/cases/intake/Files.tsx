import { ActionIcon, Button } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { fileSize } from '~/lib/format'
import classes from './intake.module.css'

interface Props {
  files: readonly File[]
  onFiles: (files: File[]) => void
}

/** Files that are attached once the case is there. */
export function Files({ files, onFiles }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onFiles([...files, ...event.dataTransfer.files])
      }}
    >
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file, index) => (
            <li key={`${file.name}${index}`}>
              <IconPaperclip size={14} aria-hidden />
              <span>{file.name}</span>
              <span className="muted num">{fileSize(file.size)}</span>
              <ActionIcon size={24} aria-label={t('cases.intake.removeFile', { name: file.name })} onClick={() => onFiles(files.filter((_, at) => at !== index))}>
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" leftSection={<IconPaperclip size={15} />} onClick={() => input.current?.click()}>
        {t('cases.intake.addFiles')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('cases.intake.addFiles')}
        onChange={(event) => {
          onFiles([...files, ...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
