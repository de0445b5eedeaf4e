import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import type { Proposal } from '~/lib/proposal'
import { Bone } from '~/ui/Bone'
import { useProposed } from '~/ui/Proposal'
import { Section } from '~/ui/Section'
import { SidePanel } from '~/ui/SidePanel'
import { Problem } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
import { PersonSelect } from '../PersonSelect'
import { valueWords } from '../settings/value'
import { ValueInput } from '../settings/ValueInput'
import type { Unit } from '../types'
import { branchRowsQuery, unitKeys, unitQuery } from './query'
import classes from '../Admin.module.css'
import users from '../users/Users.module.css'

interface Props {
  code: string
  onClose: () => void
}

/** A unit: its head, whom it serves, who works there, and where it is stricter than the organisation. */
export function UnitPanel({ code, onClose }: Props) {
  const { t } = useTranslation()
  const query = useQuery(unitQuery(code))
  return (
    <SidePanel label={t('admin.unit')} title={query.data?.name ?? code} onClose={onClose}>
      <div className={classes.panel}>
        {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Bone height={160} />}
        {query.data && <Loaded key={code} unit={query.data} />}
      </div>
    </SidePanel>
  )
}

type Body = { name?: string; head_user_id?: string | null; branches?: string[]; policies?: Record<string, unknown> }

function Loaded({ unit }: { unit: Unit }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const stale = useStale()
  const branches = useQuery(branchRowsQuery('')).data?.items ?? []
  const [name, setName] = useState(unit.name)
  const [served, setServed] = useState(unit.branches.map((branch) => branch.code))
  const [policies, setPolicies] = useState<Record<string, unknown>>(() => policiesOf(unit))
  const [refused, setRefused] = useState<Record<string, string>>({})
  // What the server says is what the panel starts from again.
  useEffect(() => {
    setName(unit.name)
    setServed(unit.branches.map((branch) => branch.code))
    setPolicies(policiesOf(unit))
  }, [unit])
  const params = { path: { code: unit.code } }
  const change = useMutation({
    mutationFn: ({ body, version }: { body: Body; version: number }): Promise<Unit | Proposal> => {
      if (body.branches) return unwrap(api.PUT('/api/v1/units/{code}/branches', { params, body: { version, branches: body.branches } }))
      if (body.policies) return unwrap(api.PUT('/api/v1/units/{code}/policies', { params, body: { version, policies: body.policies as never } }))
      return unwrap(api.PATCH('/api/v1/units/{code}', { params, body: { version, ...body } }))
    },
    onSuccess: (next) => {
      setRefused({})
      if (proposed(next)) {
        setServed(unit.branches.map((branch) => branch.code))
        return void client.invalidateQueries({ queryKey: unitKeys.one(unit.code) })
      }
      client.setQueryData(unitKeys.one(unit.code), next)
      void client.invalidateQueries({ queryKey: unitKeys.all })
      toastDone(t('admin.saved'))
    },
    onError: (error, { body }) => {
      const standing = standingVersion(error)
      if (standing) return stale.ask({ version: standing.version, again: (version) => change.mutate({ body, version }) })
      if (isApiError(error) && error.status === 422 && body.policies) {
        return setRefused(Object.fromEntries(Object.entries(error.fields).map(([field, messages]) => [field.replace(/^policies\./, ''), messages[0] ?? ''])))
      }
      toastProblem(error)
    },
  })
  const go = (body: Body) => change.mutate({ body, version: unit.version })
  const editable = unit.can.update
  const sameServed = [...served].sort().join() === unit.branches.map((branch) => branch.code).sort().join()
  const samePolicies = JSON.stringify(policies) === JSON.stringify(policiesOf(unit))
  return (
    <>
      <WaitingChanges kinds={['units_set_branches']} subject={unit.code} />
      <Section title={t('admin.identity')}>
        <div style={{ display: 'grid', gap: 12 }}>
          <TextInput label={t('admin.name')} maxLength={80} disabled={!editable} value={name} onChange={(event) => setName(event.currentTarget.value)} onBlur={() => name.trim().length > 1 && name.trim() !== unit.name && go({ name: name.trim() })} />
          <PersonSelect label={t('admin.head')} description={t('admin.headText')} person={unit.head} disabled={!editable} onChange={(head_user_id) => go({ head_user_id })} />
        </div>
      </Section>
      <Section title={t('admin.served')}>
        <MultiSelect
          aria-label={t('admin.served')}
          description={t('admin.servedText')}
          searchable
          disabled={!editable}
          data={branches.map((branch) => ({ value: branch.code, label: `${branch.name} (${branch.code})` }))}
          nothingFoundMessage={t('admin.nothingFits')}
          value={served}
          onChange={setServed}
        />
        {!sameServed && (
          <Button mt={8} loading={change.isPending} onClick={() => go({ branches: served })}>
            {t('common.save')}
          </Button>
        )}
      </Section>
      <Section
        title={t('admin.members')}
        aside={
          <Link to="/administration/users" search={{ unit: unit.code }} style={{ color: 'var(--s-accent)', fontWeight: 500 }}>
            {t('admin.inUsers')}
          </Link>
        }
      >
        {unit.members.length === 0 && <p className="muted">{t('admin.membersNone')}</p>}
        <ul className={users.list}>
          {unit.members.map((member) => (
            <li key={member.scope_id} className={users.item}>
              <Link to="/administration/users/$userId" params={{ userId: member.id }}>
                <strong>{member.full_name}</strong> <span className="muted">{member.username}</span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="muted" style={{ marginTop: 6 }}>
          {t('admin.membersText')}
        </p>
      </Section>
      <Section title={t('admin.policies')}>
        <p className="muted">{t('admin.policiesText')}</p>
        <ul className={users.list}>
          {unit.policies.map((policy) => {
            const on = policy.key in policies
            return (
              <li key={policy.key} className={users.item}>
                <div style={{ display: 'grid', gap: 6 }}>
                  <Checkbox
                    size="xs"
                    disabled={!editable}
                    label={policy.label}
                    description={`${t('admin.organisationHas', { value: valueWords(t, policy, policy.organisation) })} · ${policy.direction}`}
                    checked={on}
                    onChange={() => setPolicies(({ [policy.key]: held, ...rest }) => (on ? rest : { ...rest, [policy.key]: held ?? policy.organisation }))}
                  />
                  {on && <ValueInput setting={policy} value={policies[policy.key]} disabled={!editable} error={refused[policy.key]} onChange={(value) => setPolicies({ ...policies, [policy.key]: value })} />}
                </div>
              </li>
            )
          })}
        </ul>
        {!samePolicies && (
          <div style={{ display: 'flex', gap: 8, marginTop: 8 }}>
            <Button loading={change.isPending} onClick={() => go({ policies })}>
              {t('common.save')}
            </Button>
            <Button variant="default" onClick={() => setPolicies(policiesOf(unit))}>
              {t('common.cancel')}
            </Button>
          </div>
        )}
      </Section>
      {stale.dialog}
    </>
  )
}

const policiesOf = (unit: Unit): Record<string, unknown> => Object.fromEntries(unit.policies.filter((policy) => policy.stricter).map((policy) => [policy.key, policy.value]))
