import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { fieldProblems, isApiError, unwrap } from '~/api/problem'
import { date } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Confirm } from '~/ui/Confirm'
import { FormDialog } from '~/ui/FormDialog'
import { useProposed } from '~/ui/Proposal'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { adminKeys, identitiesQuery } from '../query'
import type { Identities as Told, User } from '../types'
import classes from './Users.module.css'

type Identity = Told['items'][number]

/** As whom somebody comes from the organisation's identity providers. Without a provider there is nothing to say. */
export function Identities({ user }: { user: User }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery(identitiesQuery(user.id))
  const [adding, setAdding] = useState(false)
  const [parting, setParting] = useState<Identity | null>(null)
  const path = { user_id: user.id }
  const part = useMutation({
    mutationFn: (identity: Identity) => unwrap(api.DELETE('/api/v1/users/{user_id}/identities/{identity_id}', { params: { path: { ...path, identity_id: identity.id } } })),
    onSuccess: (told, identity) => {
      client.setQueryData(identitiesQuery(user.id).queryKey, told)
      toastDone(t('admin.identityParted', { name: identity.provider_name }))
    },
    onError: toastProblem,
    onSettled: () => {
      setParting(null)
      void client.invalidateQueries({ queryKey: adminKeys.user(user.id) })
    },
  })
  const told = query.data
  if (told && told.items.length + told.providers.length === 0) return null
  const free = told?.providers.filter((provider) => !told.items.some((each) => each.provider === provider.key)) ?? []
  return (
    <Section
      title={t('admin.identities')}
      aside={
        user.can.roles &&
        free.length > 0 && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('admin.identityAdd')}
          </Button>
        )
      }
    >
      {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Bone width="60%" />}
      {told?.items.length === 0 && <p className="muted">{t('admin.identitiesNone')}</p>}
      <ul className={classes.list}>
        {told?.items.map((identity) => (
          <li key={identity.id} className={classes.item}>
            <span>
              <strong>{identity.provider_name}</strong> <span className="mono muted">{identity.subject}</span>
              <br />
              <span className="muted">{t('admin.since', { date: date(identity.linked_at) })}</span>
            </span>
            {user.can.roles && (
              <Button variant="default" size="compact-sm" aria-label={t('admin.identityPartOf', { name: identity.provider_name })} onClick={() => setParting(identity)}>
                {t('admin.identityPart')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <TieDialog user={user} providers={free} onClose={() => setAdding(false)} />}
      {parting && (
        <Confirm opened danger title={t('admin.identityPartTitle', { name: parting.provider_name })} action={t('admin.identityPart')} busy={part.isPending} onConfirm={() => part.mutate(parting)} onClose={() => setParting(null)}>
          <p>{t('admin.identityPartText')}</p>
        </Confirm>
      )}
    </Section>
  )
}

/** Which person at which provider this user is. */
function TieDialog({ user, providers, onClose }: { user: User; providers: Told['providers']; onClose: () => void }) {
  const { t } = useTranslation()
  const proposed = useProposed()
  const [provider, setProvider] = useState<string | null>(providers[0]?.key ?? null)
  const [subject, setSubject] = useState('')
  const [wrong, setWrong] = useState<Record<string, string | undefined>>({})
  const tie = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/users/{user_id}/identities', { params: { path: { user_id: user.id } }, body: { provider: provider ?? '', subject: subject.trim() } })),
    onSuccess: (answer) => {
      proposed(answer)
      onClose()
    },
    onError: (error) => {
      if (isApiError(error) && error.code === 'identity_taken') return setWrong({ subject: t('admin.identityTaken') })
      if (isApiError(error) && error.code === 'user_is_tied') return setWrong({ provider: t('admin.identityTwice') })
      if (isApiError(error) && error.status === 422) return setWrong(fieldProblems(error))
      toastProblem(error)
    },
  })
  return (
    <FormDialog
      title={t('admin.identityTitle', { name: user.full_name })}
      text={t('admin.identityText')}
      action={t('admin.identityAdd')}
      dirty={subject !== '' && !tie.isPending && !tie.isSuccess}
      busy={tie.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (subject.trim() === '') return setWrong({ subject: t('common.required') })
        setWrong({})
        tie.mutate()
      }}
    >
      <Select label={t('admin.provider')} allowDeselect={false} data={providers.map(({ key, name }) => ({ value: key, label: name }))} value={provider} error={wrong.provider} onChange={setProvider} />
      <TextInput label={t('admin.subject')} description={t('admin.subjectText')} maxLength={255} spellCheck={false} autoComplete="off" data-autofocus value={subject} error={wrong.subject} onChange={(event) => setSubject(event.currentTarget.value)} />
    </FormDialog>
  )
}
