import { Link } from '@tanstack/react-router'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { Ago } from '~/ui/Time'
import { CaseStatusChip } from '../chips'
import type { Preview } from './query'
import classes from './intake.module.css'

interface Props {
  preview: Preview | undefined
  busy: boolean
}

/** What the case will be as it is filled in: when it is due, who gets it, and what looks like the same complaint. */
export function PreviewCard({ preview, busy }: Props) {
  const { t } = useTranslation()
  const bone = <Bone width={120} />
  const empty = <span className="muted">–</span>
  const at = (value: string | null | undefined) => (value ? <span className="num">{dateTime(value)}</span> : empty)
  const wait = busy && !preview
  return (
    <div aria-live="polite" aria-busy={wait || undefined} className={classes.preview} data-busy={busy || undefined}>
      <Section title={t('cases.intake.preview')}>
        <Facts
          labelWidth={136}
          facts={[
            [t('cases.clocks.FIRST_RESPONSE'), wait ? bone : at(preview?.first_response_due_at)],
            [t('cases.clocks.RESOLUTION'), wait ? bone : <strong>{at(preview?.sla_due_at)}</strong>],
            [t('cases.clocks.LEGAL'), wait ? bone : at(preview?.legal_due_at)],
            [t('cases.fields.branch'), wait ? bone : (preview?.branch.name ?? empty)],
            [t('cases.handler'), wait ? bone : preview ? (preview.assignee?.full_name ?? preview.unit?.name ?? preview.assignee_reason ?? t('cases.nobody')) : empty],
            [t('cases.receipt'), wait ? bone : preview?.receipt_channel ? t(`cases.receiptBy.${preview.receipt_channel}`) : preview ? t('cases.receiptBy.PAPER') : empty],
          ]}
        />
        {!preview && !busy && <p className={classes.hint}>{t('cases.intake.previewEmpty')}</p>}
      </Section>
      {preview && preview.duplicates.length > 0 && (
        <div className={classes.warning} role="status">
          <Section title={t('cases.intake.duplicates')} aside={<IconCopy size={14} aria-hidden />}>
            <ul className={classes.duplicates}>
              {preview.duplicates.map((each) => (
                <li key={each.id}>
                  <p>
                    <Link to="/cases/$caseId" params={{ caseId: each.id }} target="_blank" className="num">
                      {each.case_no}
                    </Link>{' '}
                    <CaseStatusChip status={each.status} />
                  </p>
                  <p className={classes.excerpt}>{each.excerpt}</p>
                  <p className="muted">
                    {t('cases.intake.likeness', { percent: Math.round(each.likeness * 100) })} · <Ago at={each.created_at} />
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
    </div>
  )
}
