import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Section } from '~/ui/Section'
import type { Act, Case } from '../model'
import classes from './case.module.css'

const TONE = { WAITING: 'info', APPROVED: 'success', REFUSED: 'critical' } as const

interface Props {
  one: Case
  onAct: (act: Act, approve?: boolean) => void
}

/** The one extension that the law allows: who asked for it, why, and what came of it. */
export function Extension({ one, onAct }: Props) {
  const { t } = useTranslation()
  const { extension } = one
  if (!extension) return null
  return (
    <Section title={t('cases.extension')} aside={<Chip tone={TONE[extension.status]}>{t(`cases.extensions.${extension.status}`)}</Chip>}>
      <p>{extension.note}</p>
      <p className="muted">
        {t('cases.askedBy', { name: extension.requested_by.full_name })}
        {extension.decided_by && ` · ${t('cases.decidedBy', { name: extension.decided_by.full_name })}`}
      </p>
      {extension.status === 'WAITING' && one.can.decide_extension && (
        <div className={classes.pair}>
          <Button variant="default" onClick={() => onAct('decide_extension', false)}>
            {t('cases.refuse')}
          </Button>
          <Button onClick={() => onAct('decide_extension', true)}>{t('cases.approve')}</Button>
        </div>
      )}
    </Section>
  )
}
