import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useEditor } from '../editor/context'
import { type DocState, type DocTransition, outgoing } from '../model/definition'
import { shiftTransition } from '../model/transitions'
import { FieldProblems } from './FieldProblems'
import { Group } from './Group'
import classes from './Inspector.module.css'

interface Props {
  transition: DocTransition
  source: DocState
}

/** Where items only pass through, nobody moves them: the ways are tried in order, the last one is for all others. */
export function OrderButtons({ transition, source }: Props) {
  const { t } = useTranslation()
  const { doc, act } = useEditor()
  const siblings = outgoing(doc, source)
  const at = siblings.findIndex((each) => each.id === transition.id)
  const shift = (step: 1 | -1) => act.edit(shiftTransition(act.doc(), transition.id, source.key, step), t('workflow.didShift'))
  return (
    <Group title={t('workflow.order')}>
      <p className={classes.hint}>{t('workflow.orderHint')}</p>
      <div style={{ display: 'flex', alignItems: 'center', gap: 8 }} data-field="by">
        <span className="num">{t('workflow.orderAt', { at: at + 1, of: siblings.length })}</span>
        <Button variant="default" size="compact-sm" disabled={at <= 0} leftSection={<IconArrowUp size={14} aria-hidden />} onClick={() => shift(-1)}>
          {t('workflow.earlier')}
        </Button>
        <Button variant="default" size="compact-sm" disabled={at === siblings.length - 1} leftSection={<IconArrowDown size={14} aria-hidden />} onClick={() => shift(1)}>
          {t('workflow.later')}
        </Button>
      </div>
      <FieldProblems field="by" />
    </Group>
  )
}
