import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Listing } from '~/ui/Listing'
import { Table } from '~/ui/Table'
import { toastDone, toastProblem } from '~/ui/toast'
import { packsQuery, setupKeys } from './query'
import table from '~/ui/Table.module.css'

type Pack = components['schemas']['PackOut']

const COLUMNS = ['pack', 'state', 'act'] as const

/** The sets of categories of this release: bringing one in changes nothing that is there. */
export function Packs({ manager }: { manager: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useQuery(packsQuery)
  const [asking, setAsking] = useState<Pack | null>(null)
  const [only, setOnly] = useState(false)
  const apply = useMutation({
    mutationFn: (key: string) => unwrap(api.POST('/api/v1/case-packs/{key}/apply', { params: { path: { key } }, body: { only } })),
    onSuccess: (packs) => {
      client.setQueryData(setupKeys.packs, packs)
      for (const queryKey of [setupKeys.categories, setupKeys.resolutions, setupKeys.products, setupKeys.levels, setupKeys.legal]) void client.invalidateQueries({ queryKey })
      toastDone(t('levels.packApplied', { title: asking?.title }))
      setAsking(null)
    },
    onError: toastProblem,
  })
  return (
    <Listing list={list}>
      <Table columns={COLUMNS} head={(column) => column !== 'act' && t(`levels.packColumns.${column}`)} pending={list.isPending} bones={3}>
        {list.data?.items.map((pack) => (
          <tr key={pack.key}>
            <td>
              <span className={table.name}>{pack.title}</span>
              <span className={table.sub}>{t('levels.categories', { count: pack.categories })}</span>
            </td>
            <td>{pack.in_use > 0 ? <Chip tone="success">{t('levels.packInUse', { count: pack.in_use })}</Chip> : <Chip>{t('levels.packUnused')}</Chip>}</td>
            <td>
              {manager && (
                <span className={table.acts}>
                  <Button
                    variant="default"
                    aria-label={`${t('levels.packApply')}: ${pack.title}`}
                    onClick={() => {
                      setOnly(false)
                      setAsking(pack)
                    }}
                  >
                    {t('levels.packApply')}
                  </Button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {asking && (
        <Confirm
          opened
          title={t('levels.packTitle', { title: asking.title })}
          action={t('levels.packApply')}
          busy={apply.isPending}
          onConfirm={() => apply.mutate(asking.key)}
          onClose={() => setAsking(null)}
        >
          <p>{t('levels.packText')}</p>
          <Checkbox mt={12} label={t('levels.packOnly')} checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
        </Confirm>
      )}
    </Listing>
  )
}
