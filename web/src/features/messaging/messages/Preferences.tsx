import { Button, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconBan } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { date } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Section } from '~/ui/Section'
import { toastDone, toastProblem } from '~/ui/toast'
import { type Preference, preferencesQuery } from './query'
import classes from './messages.module.css'

/** Which channels the customer wants offers by, and which addresses nothing is written to. */
export function Preferences({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const options = preferencesQuery(customerId)
  const list = useQuery(options)
  const [lifting, setLifting] = useState<Preference | null>(null)
  const set = useMutation({
    mutationFn: (wanted: { preference: Preference; is_wanted: boolean; undone?: boolean }) =>
      unwrap(api.PUT('/api/v1/customers/{customer_id}/contact-preferences', { params: { path: { customer_id: customerId } }, body: { channel: wanted.preference.channel, is_wanted: wanted.is_wanted } })),
    onSuccess: (standing, { preference, is_wanted, undone }) => {
      client.setQueryData(options.queryKey, standing)
      const undo = undone ? undefined : () => set.mutate({ preference, is_wanted: !is_wanted, undone: true })
      toastDone(t(is_wanted ? 'messages.preferences.wanted' : 'messages.preferences.unwanted', { channel: preference.channel_name }), undo)
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: options.queryKey })
      toastProblem(error)
    },
  })
  // While it is on its way the switch stands where it was put.
  const shown = (each: Preference) => (set.isPending && set.variables.preference.channel === each.channel ? set.variables.is_wanted : each.is_wanted)
  return (
    <Section title={t('messages.preferences.title')}>
      <p className="muted">{t('messages.preferences.text')}</p>
      <Listing list={list}>
        <ul className={classes.preferences} aria-label={t('messages.preferences.title')} aria-busy={list.isPending || undefined}>
          {list.isPending && [1, 2, 3].map((each) => <Bone key={each} width={280} height={28} />)}
          {list.data?.items.map((each) => (
            <li key={each.channel} className={classes.preference}>
              {list.data.can.change ? (
                <Switch label={each.channel_name} checked={shown(each)} disabled={set.isPending} onChange={() => set.mutate({ preference: each, is_wanted: !each.is_wanted })} />
              ) : (
                <>
                  <span className={classes.channel}>{each.channel_name}</span>
                  <span className="muted">{t(each.is_wanted ? 'messages.preferences.yes' : 'messages.preferences.no')}</span>
                </>
              )}
              {each.suppressed && (
                <Chip tone="critical" icon={<IconBan />}>
                  {t('messages.preferences.suppressed', { reason: each.suppressed.reason_name, at: date(each.suppressed.since) })}
                </Chip>
              )}
              {each.suppressed?.can_lift && (
                <Button variant="default" size="xs" aria-label={t('messages.preferences.liftNamed', { channel: each.channel_name })} onClick={() => setLifting(each)}>
                  {t('messages.preferences.lift')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Listing>
      {lifting?.suppressed && <LiftDialog suppressionId={lifting.suppressed.suppression_id} channel={lifting.channel_name} onDone={() => void client.invalidateQueries({ queryKey: options.queryKey })} onClose={() => setLifting(null)} />}
    </Section>
  )
}

interface LiftProps {
  suppressionId: string
  channel: string
  onDone: () => void
  onClose: () => void
}

function LiftDialog({ suppressionId, channel, onDone, onClose }: LiftProps) {
  const { t } = useTranslation()
  const lift = useMutation({
    mutationFn: (reason: string) => unwrap(api.POST('/api/v1/suppressed-addresses/{suppression_id}/lift', { params: { path: { suppression_id: suppressionId } }, body: { reason } })),
    onSuccess: () => {
      toastDone(t('messages.preferences.lifted', { channel }))
      onDone()
      onClose()
    },
    onError: toastProblem,
  })
  return (
    <ReasonDialog
      title={t('messages.preferences.liftNamed', { channel })}
      text={t('messages.preferences.liftText')}
      action={t('messages.preferences.lift')}
      busy={lift.isPending}
      maxLength={500}
      onSubmit={(reason) => lift.mutate(reason)}
      onClose={onClose}
    />
  )
}
