import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconBan, IconCheck, IconClock, IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { dateTime } from '~/lib/format'
import { useNow } from '~/lib/clock'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Section } from '~/ui/Section'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import type { ServiceAccount, ServiceKey } from '../types'
import { endsSoon } from './keyState'
import { accountQuery, noteAccount } from './query'
import classes from './Services.module.css'

interface Props {
  account: ServiceAccount
  onMake: () => void
}

/** The keys of a program, newest first: what each opens, until when, and when it was last used. */
export function Keys({ account, onMake }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [ending, setEnding] = useState<ServiceKey | null>(null)
  const revoke = useMutation({
    mutationFn: (key: ServiceKey) => unwrap(api.POST('/api/v1/service-accounts/{account_id}/keys/{key_id}/revoke', { params: { path: { account_id: account.id, key_id: key.id } } })),
    onSuccess: (next, key) => {
      noteAccount(client, next)
      toastDone(t('services.keyRevoked', { name: key.name }))
    },
    onError: (error) => {
      // Somebody else was faster: the list shows it.
      void client.invalidateQueries({ queryKey: accountQuery(account.id).queryKey })
      toastProblem(error)
    },
    onSettled: () => setEnding(null),
  })
  const add = account.can.create_key && (
    <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={onMake}>
      {t('services.keyMake')}
    </Button>
  )
  return (
    <Section title={t('services.keys')} aside={account.keys.length > 0 && add}>
      {account.keys.length === 0 && (
        <State icon={<IconKey />} title={t('services.keysNone')} action={add}>
          <p>{t(account.status === 'ACTIVE' ? 'services.keysNoneText' : 'services.keysSuspendedText')}</p>
        </State>
      )}
      <ul className={classes.keys}>
        {account.keys.map((key) => (
          <li key={key.id} className={classes.item} data-over={key.state !== 'ACTIVE' || undefined}>
            <div className={classes.itemHead}>
              <strong>{key.name}</strong>
              <KeyState keyRow={key} />
              {key.can.revoke && (
                <Button variant="default" size="compact-sm" aria-label={t('services.keyRevokeOf', { name: key.name })} onClick={() => setEnding(key)}>
                  {t('services.keyRevoke')}
                </Button>
              )}
            </div>
            <p className="muted">
              <code>{key.prefix}…</code> · {t('services.keyRate', { count: key.per_minute })} · {t('services.keyBy', { name: key.created_by.full_name })} <Ago at={key.created_at} />
            </p>
            <p className="muted">
              {key.last_used_at ? (
                <>
                  {t('services.keyUsed')} <Ago at={key.last_used_at} />
                  {key.last_used_ip && (
                    <>
                      {' '}
                      {t('services.keyFrom')} <code>{key.last_used_ip}</code>
                    </>
                  )}
                </>
              ) : (
                t('services.keyUnused')
              )}
              {' · '}
              {key.revoked_at ? t('services.keyRevokedAt', { time: dateTime(key.revoked_at) }) : t('services.keyEnds', { time: dateTime(key.expires_at) })}
            </p>
            <details className={classes.opens}>
              <summary>{t('services.keyOpens', { count: key.operations.length })}</summary>
              <ul>
                {key.operations.map((operation) => (
                  <li key={operation}>
                    <code>{operation}</code>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {ending && (
        <Confirm opened danger title={t('services.keyRevokeTitle', { name: ending.name })} action={t('services.keyRevoke')} busy={revoke.isPending} onConfirm={() => revoke.mutate(ending)} onClose={() => setEnding(null)}>
          <p>{t('services.keyRevokeText')}</p>
        </Confirm>
      )}
    </Section>
  )
}

function KeyState({ keyRow }: { keyRow: ServiceKey }) {
  const { t } = useTranslation()
  const now = useNow()
  if (keyRow.state === 'REVOKED') return <Chip icon={<IconBan />}>{t('services.states.REVOKED')}</Chip>
  if (keyRow.state === 'EXPIRED') return <Chip icon={<IconClock />}>{t('services.states.EXPIRED')}</Chip>
  if (endsSoon(keyRow, now.getTime())) return <Chip tone="warning" icon={<IconClock />}>{t('services.endsSoon')}</Chip>
  return <Chip tone="success" icon={<IconCheck />}>{t('services.states.ACTIVE')}</Chip>
}
