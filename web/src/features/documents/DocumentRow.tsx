import { ActionIcon, Tooltip } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconDownload, IconFile, IconFileMusic, IconFileText, IconFileTypePdf, IconPhoto, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { fileSize } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import classes from './documents.module.css'
import { openDocument } from './public/open'
import type { Document } from './public/query'

interface Props {
  document: Document
  onHide: (document: Document) => void
}

function Sign({ media }: { media: string }) {
  const Icon = media === 'application/pdf' ? IconFileTypePdf : media.startsWith('image/') ? IconPhoto : media.startsWith('audio/') ? IconFileMusic : media.startsWith('text/') ? IconFileText : IconFile
  return <Icon size={18} stroke={1.75} aria-hidden />
}

/** One document: what it is, who attached it, whether it may be opened. */
export const DocumentRow = memo(function DocumentRow({ document, onHide }: Props) {
  const { t } = useTranslation()
  const { can, title } = document
  const open = useMutation({
    mutationFn: () => openDocument(document.id, document.file_name),
  })
  const scan = document.scan_state === 'PENDING' || document.scan_state === 'INFECTED' ? document.scan_state : null
  return (
    <li className={classes.row} data-row={document.id} tabIndex={-1}>
      <span className={classes.sign}>
        <Sign media={document.media_type} />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>
          <span>{title}</span>
          {document.tier > 1 && <Chip tone={document.tier === 3 ? 'warning' : 'neutral'}>{t(`documents.tiers.t${document.tier as 2 | 3}`)}</Chip>}
          {scan && (
            <Chip tone={scan === 'INFECTED' ? 'critical' : 'info'} title={document.reasons.download}>
              {t(`documents.scans.${scan}`)}
            </Chip>
          )}
        </p>
        <p className={classes.about}>
          {document.kind_name} · {document.size !== null && `${fileSize(document.size)} · `}
          {document.uploaded_by.full_name}, <Ago at={document.uploaded_at} />
        </p>
      </div>
      <div className={classes.acts}>
        {can.download && (
          <Tooltip label={t('documents.sealed')}>
            <ActionIcon aria-label={t('documents.download', { title })} loading={open.isPending} onClick={() => open.mutate()}>
              <IconDownload size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        {can.hide && (
          <ActionIcon aria-label={t('documents.hide', { title })} onClick={() => onHide(document)}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
    </li>
  )
})
