import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import classes from './Dialog.module.css'
import { useReturnFocus } from './useReturnFocus'

interface Props {
  opened: boolean
  title: string
  size?: number
  onClose: () => void
  /** Without it only an answer inside the dialog closes it. */
  closable?: boolean
  children: ReactNode
}

/** The one dialog: title, cross, content. Its head is no landmark, so a page keeps a single banner. */
export function Dialog({ opened, title, size = 460, onClose, closable = true, children }: Props) {
  const { t } = useTranslation()
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} centered classNames={{ content: classes.content }}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content radius={10}>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          {closable && <Modal.CloseButton aria-label={t('common.close')} />}
        </div>
        <Modal.Body className={classes.body}>
          <Opened>{children}</Opened>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** Stands on the page exactly as long as the dialog is open. */
function Opened({ children }: { children: ReactNode }) {
  useReturnFocus()
  return children
}
