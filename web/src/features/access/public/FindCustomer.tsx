import '../texts/id/access'

import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { useLabel } from '~/lib/labels'
import { Limited } from '~/ui/states'
import type { Card } from '../query'
import classes from '../access.module.css'
import frame from '~/ui/List.module.css'

/** What is known of a customer whom somebody asks about. */
export type Found = Pick<Card, 'customer_id' | 'name'> & Partial<Card>

interface Props {
  card: Found | null
  onCard: (card: Found | null) => void
  error?: string
}

/** Finds a customer by an exact number without showing more than the mask. The number stands in no address. */
export function FindCustomer({ card, onCard, error }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const [written, setWritten] = useState('')
  const find = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/break-glass/lookup', { body: { identifier: written.trim() } })),
    onSuccess: ({ items }) => onCard(items[0] ?? null),
  })
  if (card) {
    return (
      <div>
        <p className="muted">{t('access.chosen')}</p>
        <div className={classes.card}>
          <div>
            <p className={frame.name}>{card.name}</p>
            <p className="muted">{[card.cif, card.branch?.name, card.segment && label('customers.segments', card.segment)].filter(Boolean).join(' · ')}</p>
          </div>
          <Button variant="default" onClick={() => onCard(null)}>
            {t('access.another')}
          </Button>
        </div>
      </div>
    )
  }
  const refused = isApiError(find.error) ? find.error : null
  if (refused?.status === 429) return <Limited error={refused} onReady={() => find.reset()} />
  const none = find.data?.items.length === 0 ? t('access.findNone') : undefined
  const go = () => {
    if (written.trim().length >= 4) find.mutate()
  }
  return (
    <TextInput
      label={t('access.find')}
      description={t('access.findHelp')}
      value={written}
      onChange={(event) => {
        find.reset()
        setWritten(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        go()
      }}
      error={refused?.fields.identifier?.join(' ') ?? refused?.title ?? none ?? error}
      autoComplete="off"
      maxLength={40}
      data-autofocus
      // Beside the field itself, whatever stands above and below it.
      inputContainer={(input) => (
        <div className={classes.find}>
          {input}
          <Button variant="default" size="sm" onClick={go} loading={find.isPending} disabled={written.trim().length < 4}>
            {t('access.findAction')}
          </Button>
        </div>
      )}
    />
  )
}
