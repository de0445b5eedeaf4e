import { Button } from '@mantine/core'
import { IconCircleCheck, IconFileDownload, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Documents } from '~/features/documents/public/Documents'
import { openDocument } from '~/features/documents/public/open'
import { dateTime, money } from '~/lib/format'
import { ButtonLink } from '~/ui/ButtonLink'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { useTitle } from '~/ui/Page'
import { MessageChip } from '../case/MessageChip'
import type { Case } from '../model'
import classes from './intake.module.css'

/** Files that were chosen with a complaint are kept as this kind. */
const KIND = 'OTHER'

interface Props {
  one: Case
  files: readonly File[]
  onAgain: () => void
}

/** A line, unless there is nothing to say in it. */
const line = (label: string, value?: string | null): [string, ReactNode][] => (value ? [[label, <span className="num">{value}</span>]] : [])

/** The receipt on the screen: what to read to the customer, and the paper to hand over. */
export function Receipt({ one, files, onAgain }: Props) {
  const { t } = useTranslation()
  useTitle(one.case_no)
  const receipt = one.content?.receipt
  const words = receipt?.words
  return (
    <div className={classes.receipt}>
      <p className={classes.done}>
        <IconCircleCheck size={18} aria-hidden /> {t('cases.intake.created')}
      </p>
      <h1 className="num">{one.case_no}</h1>
      <Facts
        labelWidth={150}
        facts={[
          [t('cases.intake.receivedAt'), <span className="num">{dateTime(one.created_at)}</span>],
          [t('cases.intake.dueAt'), <strong className="num">{dateTime(one.due_at)}</strong>],
          [t('cases.customer'), words?.customer_name ?? one.customer?.name],
          ...line(t('cases.intake.identity'), words?.identity),
          ...line(t('cases.intake.phone'), words?.phone),
          ...line(t('cases.fields.product'), one.content?.product),
          [t('cases.fields.category'), one.category?.name],
          ...line(t('cases.fields.reference'), one.content?.transaction_ref),
          ...line(t('cases.fields.amount'), one.content?.amount ? money(one.content.amount) : ''),
          ...line(t('cases.fields.complainant'), one.content?.complainant),
          ...line(t('cases.fields.authority'), one.content?.complainant_authority),
          [t('cases.description'), <span className={classes.summary}>{one.content?.description}</span>],
          ...line(t('cases.intake.officer'), words?.officer),
          ...line(t('cases.intake.office'), words && [words.office_name, words.office_phone].filter(Boolean).join(' · ')),
          [t('cases.handler'), one.assignee?.full_name ?? one.unit?.name ?? t('cases.nobody')],
          [t('cases.receipt'), receipt?.message ? <MessageChip state={receipt.message} /> : t('cases.receiptBy.PAPER')],
        ]}
      />
      <div className={classes.buttons}>
        <ButtonLink to="/cases/$caseId" params={{ caseId: one.id }}>
          {t('cases.intake.openCase')}
        </ButtonLink>
        {receipt && (
          <Button variant="default" leftSection={<IconFileDownload size={15} />} onClick={() => void openDocument(receipt.document_id, `${one.case_no}.pdf`)}>
            {t('cases.intake.pdf')}
          </Button>
        )}
        <Button variant="default" leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
          {t('cases.intake.print')}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {t('cases.intake.again')}
        </Button>
      </div>
      {files.length > 0 && (
        <div className={classes.papers}>
          <Section title={t('cases.papers')}>
            <Documents subjectType="CASE" subjectId={one.id} start={{ files, kind: KIND }} />
          </Section>
        </div>
      )}
    </div>
  )
}
