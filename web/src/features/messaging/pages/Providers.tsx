import '../texts/id/providers'

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { hasStatus, unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { count } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Listing } from '~/ui/Listing'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { ProviderDialog } from '../providers/ProviderDialog'
import { ProviderRow } from '../providers/ProviderRow'
import { type ChannelGroup, channelGroups, MOST, type Provider, providersQuery } from '../providers/query'
import { TestDialog } from '../providers/TestDialog'
import classes from '../providers/providers.module.css'

/** The accounts that messages go out by, channel by channel: whether each works, and what waits. */
export function Providers() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const manager = may(useMe(), 'configuration', 'M')
  const list = useQuery(providersQuery)
  const [editing, setEditing] = useState<Provider | 'new' | null>(null)
  const [testing, setTesting] = useState<Provider | null>(null)
  const renew = () => client.invalidateQueries({ queryKey: providersQuery.queryKey })
  const resume = useMutation({
    mutationFn: ({ key }: Provider) => unwrap(api.POST('/api/v1/message-providers/{key}/resume', { params: { path: { key } } })),
    onSuccess: ({ name }) => toastDone(t('providers.resumed', { name })),
    onError: toastProblem,
    onSettled: renew,
  })
  useCommands([{ id: 'providers.add', group: 'record', label: t('providers.add'), keys: 'c', hidden: !manager, run: () => manager && setEditing('new') }])
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const groups = list.data ? channelGroups(list.data) : []
  const add = manager && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
      {t('providers.add')}
    </Button>
  )
  return (
    <Page title={t('providers.title')} text={t('providers.text')} actions={add}>
      {list.isPending && <ListBones />}
      <Listing
        list={list}
        empty={
          groups.length === 0 && (
            <State icon={<IconPlugConnected />} title={t('providers.empty')}>
              <p>{t('providers.emptyText')}</p>
            </State>
          )
        }
      >
        {groups.map((group) => (
          <Section key={group.channel} title={t(`providers.channels.${group.channel}`)} aside={<Counts group={group} />}>
            {group.accounts.length === 0 && <p className="muted">{t('providers.noneOfChannel')}</p>}
            <ul>
              {group.accounts.map((provider) => (
                <ProviderRow
                  key={provider.key}
                  provider={provider}
                  resuming={resume.isPending && resume.variables.key === provider.key}
                  onChange={() => setEditing(provider)}
                  onTest={() => setTesting(provider)}
                  onResume={() => resume.mutate(provider)}
                />
              ))}
            </ul>
          </Section>
        ))}
      </Listing>
      {editing && <ProviderDialog provider={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
      {testing && <TestDialog provider={testing} onSettled={() => void renew()} onClose={() => setTesting(null)} />}
    </Page>
  )
}

/** How many messages wait, and of how many the answer was lost. */
function Counts({ group }: { group: ChannelGroup }) {
  const { t } = useTranslation()
  const words = (value: number) => (value >= MOST ? t('providers.atLeast', { number: count(MOST) }) : count(value))
  const parts = [group.waiting > 0 && t('providers.waiting', { number: words(group.waiting) }), group.unknown > 0 && t('providers.unknown', { number: words(group.unknown) })].filter(Boolean)
  return (
    <span className={`${classes.counts} num`} data-late={parts.length > 0 || undefined}>
      {parts.length > 0 ? parts.join(' · ') : t('providers.nothingWaits')}
    </span>
  )
}
