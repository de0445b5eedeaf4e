import '../texts/id/messages'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconMessages } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessList } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { Section } from '~/ui/Section'
import { State } from '~/ui/states'
import { MessageDialog } from '../messages/MessageDialog'
import { MessageRow } from '../messages/MessageRow'
import { Preferences } from '../messages/Preferences'
import { CHANNELS, filtersOf, kindsOf, type Message, type MessageFilters, messagesOptions, PURPOSES } from '../messages/query'
import classes from '../messages/messages.module.css'
import frame from '~/ui/List.module.css'

interface Props {
  customerId: string
  /** Channels and a purpose, as the address holds them. */
  kinds: readonly string[] | undefined
  onKinds: (kinds: string[] | undefined) => void
}

/** What was written to one customer, newest first, and by which channels the customer wants offers. */
export function MessagesTab({ customerId, kinds, onKinds }: Props) {
  const { t } = useTranslation()
  const filters = filtersOf(kinds)
  const list = useInfiniteQuery(messagesOptions(customerId, filters))
  const { ref } = useRowKeys<HTMLUListElement>({})
  const [open, setOpen] = useState<Message | null>(null)
  const rows = flatten(list.data)
  const narrowed = kindsOf(filters) !== undefined
  const set = (part: Partial<MessageFilters>) => onKinds(kindsOf({ ...filters, ...part }))
  const turn = (channel: Message['channel']) => set({ channel: filters.channel.includes(channel) ? filters.channel.filter((each) => each !== channel) : [...filters.channel, channel] })
  const everything = (
    <Button variant="default" onClick={() => onKinds(undefined)}>
      {t('common.clear')}
    </Button>
  )
  return (
    <>
      <Preferences customerId={customerId} />
      <Section title={t('messages.list')}>
        <div className={classes.filters} role="group" aria-label={t('messages.filter')}>
          <Pills>
            <FilterMenu label={t('messages.purpose')} value={filters.purpose} options={PURPOSES.map((value) => ({ value, label: t(`messages.purposes.${value}`) }))} onChange={(purpose) => set({ purpose: PURPOSES.find((each) => each === purpose) })} />
            {CHANNELS.map((channel) => (
              <button key={channel} type="button" className={frame.toggle} aria-pressed={filters.channel.includes(channel)} onClick={() => turn(channel)}>
                {t(`messages.channels.${channel}`)}
              </button>
            ))}
          </Pills>
        </div>
        <EndlessList
          list={list}
          body={ref}
          remedy={everything}
          empty={
            rows.length === 0 && (
              <State icon={<IconMessages />} title={t(narrowed ? 'messages.noMatch' : 'messages.empty')} action={narrowed && everything}>
                <p>{t(narrowed ? 'messages.noMatchText' : 'messages.emptyText')}</p>
              </State>
            )
          }
        >
          {rows.map((message) => (
            <MessageRow key={message.message_id} message={message} onOpen={setOpen} />
          ))}
        </EndlessList>
      </Section>
      {open && <MessageDialog customerId={customerId} message={open} onClose={() => setOpen(null)} />}
    </>
  )
}
