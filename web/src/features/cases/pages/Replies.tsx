import '../texts/id/cases'

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useCommands } from '~/lib/commands'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Listing } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import { toastDone, toastProblem } from '~/ui/toast'
import { ReplyDialog } from '../case/ReplyDialog'
import type { Reply } from '../model'
import { caseOptionsQuery, repliesQuery } from '../query'
import table from '~/ui/Table.module.css'

const COLUMNS = ['title', 'category', 'owner', 'act'] as const

/** Texts that are ready to be used: my own, and those that colleagues share. */
export function Replies() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useQuery(repliesQuery)
  const categories = useQuery(caseOptionsQuery).data?.categories ?? []
  const [editing, setEditing] = useState<Reply | 'new' | null>(null)
  const [removing, setRemoving] = useState<Reply | null>(null)
  const items = list.data?.items ?? []
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen: (id) => setEditing(items.find((each) => each.id === id && each.can.update) ?? null) })
  useCommands([{ id: 'replies.make', group: 'record', label: t('cases.reply.make'), keys: 'c', run: () => setEditing('new') }])
  const remove = useMutation({
    mutationFn: (reply_id: string) => unwrap(api.DELETE('/api/v1/case-replies/{reply_id}', { params: { path: { reply_id } } })),
    onSuccess: () => toastDone(t('cases.reply.removed')),
    onError: toastProblem,
    onSettled: () => {
      setRemoving(null)
      void client.invalidateQueries({ queryKey: repliesQuery.queryKey })
    },
  })
  const make = (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
      {t('cases.reply.make')}
    </Button>
  )
  return (
    <Page
      title={t('cases.replies')}
      text={
        <>
          <Link to="/cases">← {t('cases.queueTitle')}</Link> · {t('cases.reply.text')}
        </>
      }
      actions={make}
    >
      <Listing
        list={list}
        empty={
          items.length === 0 && (
            <State icon={<IconTemplate />} title={t('cases.reply.empty')} action={make}>
              <p>{t('cases.reply.emptyText')}</p>
            </State>
          )
        }
      >
        <Table columns={COLUMNS} head={(column) => column !== 'act' && t(`cases.reply.columns.${column}`)} widths={{ title: '46%' }} pending={list.isPending} body={ref}>
          {items.map((each) => (
            <tr key={each.id} data-row={each.id} tabIndex={-1}>
              <td className={table.wide} title={each.body}>
                <span className={table.name}>{each.title}</span>
                <span className={table.sub}>{each.body}</span>
              </td>
              <td>{categories.find((one) => one.code === each.category_code)?.name ?? each.category_code ?? <span className="muted">{t('common.all')}</span>}</td>
              <td>
                {each.owner.full_name} {each.shared && <Chip>{t('cases.reply.shared')}</Chip>}
              </td>
              <td>
                <span className={table.acts}>
                  {each.can.delete && (
                    <Button variant="subtle" color="gray" aria-label={`${t('cases.reply.remove')}: ${each.title}`} onClick={() => setRemoving(each)}>
                      {t('cases.reply.remove')}
                    </Button>
                  )}
                  {each.can.update && (
                    <Button variant="default" aria-label={`${t('cases.reply.change')}: ${each.title}`} onClick={() => setEditing(each)}>
                      {t('cases.reply.change')}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </Table>
      </Listing>
      {editing && <ReplyDialog reply={editing === 'new' ? undefined : editing} tokens={list.data?.tokens ?? []} categories={categories} onClose={() => setEditing(null)} />}
      {removing && (
        <Confirm opened danger title={t('cases.reply.removeTitle', { title: removing.title })} action={t('cases.reply.remove')} busy={remove.isPending} onConfirm={() => remove.mutate(removing.id)} onClose={() => setRemoving(null)}>
          <p>{t(removing.shared ? 'cases.reply.removeShared' : 'cases.reply.removeText')}</p>
        </Confirm>
      )}
    </Page>
  )
}
