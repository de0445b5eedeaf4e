import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import head from '../WorkflowHead.module.css'
import classes from './Editor.module.css'

/** The editor's frame while its workflow is on the way. */
export function EditorSkeleton() {
  const { t } = useTranslation()
  return (
    <div className={classes.editor} aria-busy="true" aria-label={t('common.loading')}>
      <div className={head.head}>
        <div className={head.name}>
          <Bone width={180} height={16} />
          <Bone width={56} height={20} />
        </div>
      </div>
      <div className={classes.body}>
        <div className={classes.side} style={{ alignContent: 'start', gap: 14, padding: 16 }}>
          {[120, 180, 150, 190, 130, 160, 170].map((width, index) => (
            <Bone key={index} width={width} />
          ))}
        </div>
        <div className={classes.middle} />
        <div className={classes.side} style={{ alignContent: 'start', gap: 14, padding: 16 }}>
          {[90, 280, 90, 280, 90, 280].map((width, index) => (
            <Bone key={index} width={width} height={index % 2 ? 32 : 12} />
          ))}
        </div>
      </div>
    </div>
  )
}
