import { Button, Menu, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconMessage2, IconMessageReply, IconNote, IconTemplate } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { fieldProblems, unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useKeptText } from '~/lib/keptText'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { toastDone, toastProblem } from '~/ui/toast'
import type { useCaseAct } from '../acts/useCaseAct'
import type { Case } from '../model'
import { noteCase, repliesQuery } from '../query'
import { Mentions, useMentions } from './Mentions'
import { useHeldAnswer } from './useHeldAnswer'
import stream from './stream.module.css'

export type ComposeMode = 'note' | 'message' | 'response'
const MODES: readonly ComposeMode[] = ['note', 'message', 'response']
const ICONS = { note: IconNote, message: IconMessage2, response: IconMessageReply }
/** The server's least for an answer that ends a case. */
const LEAST_RESPONSE = 20

interface Props {
  one: Case
  mode: ComposeMode
  act: ReturnType<typeof useCaseAct>
  onMode: (mode: ComposeMode) => void
}

/** One place to write: for colleagues, to the customer, or the answer that ends the case; each with an edge of its own colour. */
export function Composer({ one, mode, act, onMode }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const box = useRef<HTMLTextAreaElement>(null)
  const [texts, setTexts] = useState<Record<ComposeMode, string>>({ note: '', message: '', response: one.content?.proposed_response ?? '' })
  const [direction, setDirection] = useState<'OUT' | 'IN'>('OUT')
  const me = useMe()
  const mentions = useMentions(one, box, texts.note, (note) => setTexts((all) => ({ ...all, note })))
  const text = texts[mode]
  const set = (next: string) => setTexts((all) => ({ ...all, [mode]: next }))
  const may: Record<ComposeMode, boolean> = { note: one.can.note ?? false, message: one.can.message ?? false, response: one.can.respond ?? false }
  const reason = { note: one.reasons.note, message: one.reasons.message, response: one.reasons.respond }[mode]
  const length = text.trim().length
  const ready = may[mode] && (mode === 'response' ? length >= LEAST_RESPONSE : length > 0)
  const params = { path: { case_id: one.id } }
  const write = useMutation({
    mutationFn: () =>
      mode === 'note'
        ? unwrap(api.POST('/api/v1/cases/{case_id}/notes', { params, body: { text: text.trim(), mentions: mentions.ids(text) } }))
        : unwrap(api.POST('/api/v1/cases/{case_id}/messages', { params, body: { text: text.trim(), direction, channel: '' } })),
    onSuccess: (next) => {
      noteCase(client, next)
      set('')
      toastDone(t(`cases.written.${mode === 'note' ? 'note' : direction}`))
    },
    onError: toastProblem,
  })
  const fill = useMutation({
    mutationFn: (reply_id: string) => unwrap(api.POST('/api/v1/cases/{case_id}/replies/{reply_id}', { params: { path: { case_id: one.id, reply_id } } })),
    onSuccess: (filled) => {
      set(text ? `${text.trimEnd()}\n${filled.text}` : filled.text)
      box.current?.focus()
    },
    onError: toastProblem,
  })
  const answer = useHeldAnswer((final_response) => act.run('respond', one, { final_response }))
  // An answer waits for what is being done to the case; a note and a message stand beside it.
  const held = mode === 'response' && act.busy
  const submit = () => {
    if (!ready || write.isPending || held || answer.held) return
    if (mode === 'response') answer.hold(text.trim())
    else write.mutate()
  }
  const answered = one.content?.final_response ?? one.content?.proposed_response ?? ''
  useEffect(() => {
    // What has become the answer is no draft any longer.
    setTexts((all) => (answered && all.response.trim() === answered.trim() && one.review !== 'RETURNED' ? { ...all, response: '' } : all))
  }, [answered, one.review])
  const returned = one.review === 'RETURNED' ? (one.content?.proposed_response ?? '') : ''
  useEffect(() => {
    // What was given back is what its writer goes on from.
    if (returned) setTexts((all) => (all.response.trim() === '' ? { ...all, response: returned } : all))
  }, [returned])
  const choose = (next: ComposeMode) => {
    onMode(next)
    requestAnimationFrame(() => box.current?.focus())
  }
  const drafts = { ...texts, response: texts.response.trim() === answered.trim() ? '' : texts.response }
  const empty = Object.values(drafts).every((each) => each.trim() === '')
  useKeptText({ place: `case.${one.id}`, userId: me.id, value: drafts, empty, restore: (kept) => setTexts((all) => ({ ...all, ...kept, response: kept.response || all.response })) })
  const keys = (event: KeyboardEvent) => {
    if (mode === 'note' && mentions.onKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
  const error = mode === 'response' ? act.error : write.error
  const wrong = fieldProblems(error)
  return (
    <section className={stream.composer} data-mode={mode} aria-label={t('cases.composer')}>
      <div className={stream.modes} role="group" aria-label={t('cases.composer')}>
        {MODES.map((each) => {
          const Icon = ICONS[each]
          return (
            <button key={each} type="button" aria-pressed={mode === each} onClick={() => choose(each)}>
              <Icon size={15} aria-hidden /> {t(`cases.modes.${each}`)}
            </button>
          )
        })}
      </div>
      {may[mode] ? (
        <>
          <div className={stream.write}>
            <Textarea
              ref={box}
              variant="unstyled"
              autosize
              minRows={3}
              maxRows={14}
              maxLength={10_000}
              aria-label={t(`cases.modes.${mode}`)}
              placeholder={t(`cases.placeholders.${mode}`)}
              value={text}
              error={wrong[mode === 'response' ? 'final_response' : 'text']}
              onChange={(event) => {
                set(event.currentTarget.value)
                if (mode === 'note') mentions.look(event.currentTarget)
              }}
              onKeyDown={keys}
              readOnly={mode === 'response' && answer.held}
            />
            {mode === 'note' && <Mentions of={mentions} />}
          </div>
          <div className={stream.send}>
            {mode !== 'note' && <Replies onPick={(id) => fill.mutate(id)} category={one.category?.code} />}
            {mode === 'message' && (
              <Select
                size="xs"
                w={196}
                aria-label={t('cases.direction')}
                data={(['OUT', 'IN'] as const).map((value) => ({ value, label: t(`cases.directions.${value}`) }))}
                value={direction}
                onChange={(value) => setDirection(value as 'OUT')}
              />
            )}
            <span className={`${stream.hint} num`} data-short={mode === 'response' && length > 0 && length < LEAST_RESPONSE ? true : undefined}>
              {mode === 'response' ? t('cases.counter', { count: length, least: LEAST_RESPONSE }) : t(`cases.hints.${mode}`)}
            </span>
            {mode === 'response' && answer.held ? (
              <>
                <span className="num" role="status">
                  {t('cases.sendsIn', { seconds: answer.left })}
                </span>
                <Button variant="default" onClick={answer.takeBack}>
                  {t('common.undo')}
                </Button>
                <Button onClick={answer.release}>{t('cases.sendNow')}</Button>
              </>
            ) : (
            <Button disabled={!ready || (held && act.move !== 'respond')} loading={write.isPending || (held && act.move === 'respond')} onClick={submit}>
              {t(mode === 'response' ? (one.category?.sensitive !== undefined && one.review === 'RETURNED' ? 'cases.sends.again' : 'cases.sends.response') : mode === 'note' ? 'cases.sends.note' : `cases.sends.${direction}`)}
            </Button>
            )}
          </div>
        </>
      ) : (
        <p className={stream.cannot}>{reason ?? t('cases.cannotWrite')}</p>
      )}
      <LeaveGuard dirty={Object.entries(drafts).some(([key, each]) => each.trim() !== '' && !(key === 'response' && answer.held))} />
    </section>
  )
}

function Replies({ onPick, category }: { onPick: (id: string) => void; category: string | undefined }) {
  const { t } = useTranslation()
  const replies = (useQuery(repliesQuery).data?.items ?? []).filter((each) => !each.category_code || each.category_code === category)
  const navigate = useNavigate()
  return (
    <Menu position="bottom-start" width={280} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTemplate size={15} />}>
          {t('cases.replies')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {replies.map((each) => (
          <Menu.Item key={each.id} onClick={() => onPick(each.id)}>
            {each.title}
          </Menu.Item>
        ))}
        {replies.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => void navigate({ to: '/cases/replies' })}>{t('cases.reply.manage')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
