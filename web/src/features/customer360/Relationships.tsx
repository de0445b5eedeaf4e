import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDotsVertical, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Customer360, Relationship } from '~/api/models'
import { RelationshipGraph, relatedName } from './RelationshipGraph'
import { RelationshipList } from './RelationshipList'
import classes from './TabBody.module.css'

const AddRelationship = lazy(() => import('~/features/customers/public/AddRelationship').then((module) => ({ default: module.AddRelationship })))
const EndRelationship = lazy(() => import('~/features/customers/public/EndRelationship').then((module) => ({ default: module.EndRelationship })))

interface Props {
  data: Customer360
  onChanged: () => void
}

/** A customer's ties as a graph and a list; a data steward adds, ends and takes them out. */
export function Relationships({ data, onChanged }: Props) {
  const { t } = useTranslation()
  const { customer, relationships } = data
  const small = useMediaQuery('(max-width: 599px)', window.innerWidth < 600, { getInitialValueInEffect: false })
  const [open, setOpen] = useState<'add' | { act: 'end' | 'reopen' | 'remove'; relationship: Relationship } | null>(null)
  const acts = (relationship: Relationship) =>
    // A tie is edited where it begins.
    relationship.direction === 'OUT' && (
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" aria-label={t('customers.ties.acts', { name: relatedName(relationship) })}>
            <IconDotsVertical size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {([relationship.valid_to ? 'reopen' : 'end', 'remove'] as const).map((act) => (
            <Menu.Item key={act} onClick={() => setOpen({ act, relationship })}>
              {t(`customers.ties.${act}.title`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    )
  return (
    <>
      {data.can.edit && (
        <div className={classes.tools}>
          <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('add')}>
            {t('customers.ties.add')}
          </Button>
        </div>
      )}
      {relationships.length > 0 && (
        <div className={classes.graph}>
          <RelationshipGraph name={customer.full_name} initials={customer.initials} relationships={relationships} width={small ? 340 : 520} height={small ? 190 : 210} limit={small ? 6 : 10} />
        </div>
      )}
      <RelationshipList relationships={relationships} acts={data.can.edit ? acts : undefined} />
      <Suspense>
        {open === 'add' && <AddRelationship customer={customer} onSaved={onChanged} onClose={() => setOpen(null)} />}
        {open !== null && open !== 'add' && <EndRelationship customer={customer} {...open} onSaved={onChanged} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  )
}
