import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconFiles } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { Endless } from '~/ui/Listing'
import { State } from '~/ui/states'
import { DocumentRow } from '../DocumentRow'
import classes from '../documents.module.css'
import { DropZone } from '../DropZone'
import { HideDialog } from '../HideDialog'
import { type Document, type DocumentPage, documentsOptions, type Subject } from './query'
import '../texts/id/documents'
import { useUploads } from '../useUploads'
import { WaitingFile } from '../WaitingFile'

interface Props {
  /** The type of record, as the server names it, such as CUSTOMER. */
  subjectType: string
  subjectId: string
  /** Files that were chosen before the record was there: they are attached at once, as this kind. */
  start?: { files: readonly File[]; kind: string }
}

/** The documents of a record: attached by dropping them, opened, taken out of sight. Serves every kind of record. */
export function Documents({ subjectType, subjectId, start }: Props) {
  const { t } = useTranslation()
  const subject = { subject_type: subjectType, subject_id: subjectId }
  const list = useInfiniteQuery(documentsOptions(subject))
  const [hiding, setHiding] = useState<Document | null>(null)
  const { ref } = useRowKeys<HTMLUListElement>({})
  const items = flatten(list.data)
  const rules = list.data?.pages[0]
  return (
    <div className={classes.body}>
      {rules?.can_attach && <Attaching subject={subject} rules={rules} start={start} />}
      <Endless
        list={list}
        bones={<ListSkeleton />}
        empty={
          items.length === 0 && (
            <State icon={<IconFiles />} title={t('documents.empty')}>
              <p>{rules?.can_attach ? t('documents.emptyText') : (rules?.attach_reason ?? t('documents.emptyText'))}</p>
            </State>
          )
        }
      >
        {items.length > 0 && (
          <ul ref={ref} className={classes.list} aria-label={t('documents.label')}>
            {items.map((each) => (
              <DocumentRow key={each.id} document={each} onHide={setHiding} />
            ))}
          </ul>
        )}
      </Endless>
      {hiding && <HideDialog document={hiding} onClose={() => setHiding(null)} />}
    </div>
  )
}

function Attaching({ subject, rules, start }: { subject: Subject; rules: DocumentPage; start: Props['start'] }) {
  const { t } = useTranslation()
  const { waiting, add, change, remove, sendAll } = useUploads(subject, rules, start)
  const ready = waiting.filter((each) => each.sent === null && !each.hopeless).length
  return (
    <>
      <DropZone rules={rules} onFiles={add} />
      {waiting.length > 0 && (
        <form
          className={classes.queue}
          onSubmit={(event) => {
            event.preventDefault()
            sendAll()
          }}
        >
          <ul>
            {waiting.map((each) => (
              <WaitingFile key={each.key} one={each} rules={rules} onChange={(part) => change(each.key, part)} onRemove={() => remove(each.key)} />
            ))}
          </ul>
          {ready > 0 && (
            <div className={classes.send}>
              <Button type="submit">{ready === 1 ? t('documents.attach') : t('documents.attachMany', { count: ready })}</Button>
            </div>
          )}
        </form>
      )}
    </>
  )
}

function ListSkeleton() {
  return (
    <div aria-busy="true" className={classes.bones}>
      {[240, 180, 280].map((width) => (
        <div key={width}>
          <Bone width={width} height={14} />
          <Bone width={width - 60} />
        </div>
      ))}
    </div>
  )
}
