import '../texts/id/cases'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconInbox } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { ButtonLink } from '~/ui/ButtonLink'
import { Chip } from '~/ui/Chip'
import { EndlessList } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import { INCOMING, type Incoming, type IncomingStatus, incomingKey, incomingOptions } from '../intake/incoming'
import classes from '../intake/list.module.css'
import frame from '~/ui/List.module.css'

interface Props {
  status: IncomingStatus
  onStatus: (status: IncomingStatus) => void
  onAccept: (incoming: Incoming) => void
}

/** Messages from outside that did not become a case by themselves: why, and what becomes of them. */
export function IntakeList({ status, onStatus, onAccept }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useInfiniteQuery(incomingOptions(status))
  const rows = flatten(list.data)
  const [putting, setPutting] = useState<Incoming | null>(null)
  const { ref } = useRowKeys<HTMLUListElement>({
    onOpen: (id) => {
      const found = rows.find((each) => each.id === id)
      if (found?.can.accept) onAccept(found)
    },
  })
  const discard = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      unwrap(api.POST('/api/v1/case-intake/{incoming_id}/discard', { params: { path: { incoming_id: id } }, body: { reason } })),
    onSuccess: () => {
      toastDone(t('cases.incoming.discarded'))
      setPutting(null)
    },
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: incomingKey }),
  })
  return (
    <Page
      title={t('cases.incoming.title')}
      text={
        <>
          <Link to="/cases">← {t('cases.queueTitle')}</Link> · {t('cases.incoming.text')}
        </>
      }
    >
      <Views label={t('cases.incoming.views')} views={INCOMING.map((key) => ({ key, label: t(`cases.incoming.statuses.${key}`) }))} value={status} onChange={onStatus} />
      <EndlessList
        list={list}
        body={ref}
        empty={
          rows.length === 0 && (
            <State icon={<IconInbox />} title={t('cases.incoming.empty')}>
              <p>{t('cases.incoming.emptyText')}</p>
            </State>
          )
        }
      >
        {rows.map((row) => (
          <li key={row.id} className={frame.item} data-row={row.id} tabIndex={-1}>
            <div className={classes.words}>
              <p className={classes.head}>
                <strong>{row.customer?.name ?? (row.sender_name || row.sender || t('cases.incoming.nobody'))}</strong>
                <span className="muted">
                  {[t(`cases.channels.${row.channel}`), row.branch?.name, row.category?.name].filter(Boolean).join(' · ')} · <Ago at={row.received_at} />
                </span>
              </p>
              {row.subject && <p className={classes.subject}>{row.subject}</p>}
              <p className={classes.text}>{row.text}</p>
              <p className={classes.reasons}>
                {row.reasons.map((each) => (
                  <Chip key={each.key} tone="warning">
                    {each.name}
                  </Chip>
                ))}
                {row.discard_reason && <span className="muted">{row.discard_reason}</span>}
              </p>
            </div>
            <div className={frame.acts}>
              {row.can.discard && (
                <Button variant="default" onClick={() => setPutting(row)}>
                  {t('cases.incoming.discard')}
                </Button>
              )}
              {status === 'WAITING' && !row.can.accept && !row.can.discard && <span className="muted">{t('cases.incoming.notMine')}</span>}
              {row.can.accept && <Button onClick={() => onAccept(row)}>{t('cases.incoming.accept')}</Button>}
              {row.case_id && (
                <ButtonLink variant="default" to="/cases/$caseId" params={{ caseId: row.case_id }}>
                  {t('cases.intake.openCase')}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </EndlessList>
      {putting && (
        <ReasonDialog
          title={t('cases.incoming.discardTitle')}
          text={t('cases.incoming.discardText')}
          action={t('cases.incoming.discard')}
          busy={discard.isPending}
          onSubmit={(reason) => discard.mutate({ id: putting.id, reason })}
          onClose={() => setPutting(null)}
        />
      )}
    </Page>
  )
}
