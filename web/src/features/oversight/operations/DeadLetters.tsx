import { Button, Checkbox } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { flatten } from '~/lib/keyset'
import { KeyText } from '~/ui/CopyId'
import { Chip } from '~/ui/Chip'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Ago } from '~/ui/Time'
import { ListFrame } from './ListFrame'
import { type DeadLetter, KEY, type LetterAct, letterAct, lettersOptions, REFRESH_MS } from './query'
import classes from './Operations.module.css'
import table from '~/ui/Table.module.css'

const COLUMNS = ['pick', 'work', 'subject', 'cause', 'when', 'attempts', 'acts'] as const

type Result = { ok: true; act: LetterAct } | { ok: false; why: string }

/** What was asked for, and of which letters. */
interface Asked {
  act: LetterAct
  ids: readonly string[]
}

/** Work that was given up after its last try; one or many of it can be tried again or discarded, each with its own result. */
export function DeadLetters() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asking, setAsking] = useState<Asked | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map())
  const [kept, setKept] = useState<readonly DeadLetter[]>([])
  const [busy, setBusy] = useState(false)
  const list = useInfiniteQuery({ ...lettersOptions(), refetchInterval: REFRESH_MS })
  const found = flatten(list.data)
  // A letter that was tried again or discarded leaves the server's list; its result stays on the page.
  const rows = [...found, ...kept.filter((letter) => results.has(letter.id) && !found.some((each) => each.id === letter.id))]
  const open = rows.filter((letter) => letter.can.rerun && !results.get(letter.id)?.ok)

  const run = async ({ act, ids }: Asked, reason: string) => {
    setBusy(true)
    setKept(rows)
    for (const id of ids) {
      let result: Result
      try {
        await letterAct(act, id, reason)
        result = { ok: true, act }
      } catch (error) {
        result = { ok: false, why: isApiError(error) && error.status !== 0 ? error.title : t('common.unreachable') }
      }
      setResults((before) => new Map(before).set(id, result))
    }
    setBusy(false)
    setAsking(null)
    setPicked(new Set())
    void client.invalidateQueries({ queryKey: KEY })
  }
  const pick = (id: string) => setPicked(new Set(picked.has(id) ? [...picked].filter((each) => each !== id) : [...picked, id]))
  return (
    <>
      <div className={classes.bar}>
        <Checkbox
          size="xs"
          label={t('operations.pickAll')}
          disabled={open.length === 0}
          checked={open.length > 0 && picked.size === open.length}
          indeterminate={picked.size > 0 && picked.size < open.length}
          onChange={() => setPicked(picked.size === open.length ? new Set() : new Set(open.map((letter) => letter.id)))}
        />
        <Button size="compact-sm" disabled={picked.size === 0} leftSection={<IconRefresh size={14} aria-hidden />} onClick={() => setAsking({ act: 'rerun', ids: [...picked] })}>
          {t('operations.rerunMany', { count: picked.size })}
        </Button>
        <Button variant="default" size="compact-sm" disabled={picked.size === 0} leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setAsking({ act: 'discard', ids: [...picked] })}>
          {t('operations.discardMany', { count: picked.size })}
        </Button>
      </div>
      <ListFrame list={list} columns={COLUMNS} empty={rows.length === 0} emptyTitle={t('operations.deadEmpty')} emptyText={t('operations.deadEmptyText')}>
        {rows.map((letter) => {
          const result = results.get(letter.id)
          return (
            <tr key={letter.id}>
              <td data-column="pick">{open.includes(letter) && <Checkbox size="xs" aria-label={t('operations.pick', { name: letter.title })} checked={picked.has(letter.id)} onChange={() => pick(letter.id)} />}</td>
              <td>
                <span className={table.name}>{letter.title}</span>
                <span className={table.key} title={letter.name}>
                  {t(`operations.sources.${letter.source}`)} {letter.name}
                </span>
              </td>
              <td className={table.wide}>
                {letter.subject_name ?? '–'}
                {letter.subject_id && <KeyText value={letter.subject_id} className={table.key} />}
              </td>
              <td className={`${table.wide} ${classes.wrap}`} title={letter.reason ?? undefined}>
                {letter.reason ?? t('operations.workerLost')}
              </td>
              <td>{letter.failed_at ? <Ago at={letter.failed_at} /> : '–'}</td>
              <td className="num">{letter.attempts}</td>
              <td className={table.wide} aria-live="polite">
                <span className={table.acts}>
                  {result && (result.ok ? <Chip tone={result.act === 'rerun' ? 'success' : 'neutral'}>{t(`operations.${result.act}Done`)}</Chip> : <Chip tone="critical" title={result.why}>{result.why}</Chip>)}
                  {letter.can.rerun && !result?.ok && (
                    <Button variant="default" size="compact-sm" onClick={() => setAsking({ act: 'rerun', ids: [letter.id] })}>
                      {t('operations.rerun')}
                    </Button>
                  )}
                  {letter.can.discard && !result?.ok && (
                    <Button variant="subtle" size="compact-sm" onClick={() => setAsking({ act: 'discard', ids: [letter.id] })}>
                      {t('operations.discard')}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          )
        })}
      </ListFrame>
      {asking && (
        <ReasonDialog
          title={t(`operations.${asking.act}Title`, { count: asking.ids.length })}
          text={t(`operations.${asking.act}Text`)}
          action={t(`operations.${asking.act}`)}
          busy={busy}
          onSubmit={(reason) => void run(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
