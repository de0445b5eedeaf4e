import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Calendar, CalendarContent } from '~/api/models'
import { fieldProblems } from '~/api/problem'
import { useCommands } from '~/lib/commands'
import type { Draft } from '~/lib/draft'
import { Confirm } from '~/ui/Confirm'
import { useDraftCommands } from '~/ui/DraftBar'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { Refusals } from '~/ui/Refusals'
import { ApproveDialog } from './ApproveDialog'
import { ChangesPanel } from './ChangesPanel'
import { CheckPanel } from './CheckPanel'
import { changedDays, yearStates } from './content'
import { DayPopover } from './DayPopover'
import { DraftBar } from './DraftBar'
import { Conflict } from './EditorNotes'
import { Proposals } from './Proposals'
import { Settings } from './Settings'
import type { Actions } from './useActions'
import { VersionsPanel } from './VersionsPanel'
import { Week } from './Week'
import { YearView } from './YearView'
import classes from './Editor.module.css'

export type Panel = 'check' | 'versions' | 'changes'

interface Props {
  calendar: Calendar
  year: number
  panel: Panel | undefined
  draft: Draft<CalendarContent>
  actions: Actions
  stale: boolean
  onStale: (stale: boolean) => void
  onYear: (year: number) => void
  onPanel: (panel: Panel | undefined) => void
}

type Asking = 'approve' | 'discard' | null
type Part = 'year' | 'proposals' | 'week'
/** Where the page is narrow, one part at a time. */
const PARTS: readonly Part[] = ['year', 'proposals', 'week']

/** The year in the middle, what it is made of beside it, and the draft's way to approval above. */
export function Editor({ calendar, year, panel, draft, actions, stale, onStale, onYear, onPanel }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking>(null)
  const [part, setPart] = useState<Part>('year')
  const around = useRef<HTMLDivElement>(null)
  const { content } = draft
  const holidays = calendar.year === year ? calendar.holidays : NONE
  const states = useMemo(() => yearStates(content, year, holidays), [content, year, holidays])
  const changed = useMemo(() => changedDays(calendar.published?.content, content), [calendar, content])
  const editable = calendar.can.edit
  const problems = fieldProblems(actions.save.error ?? actions.approve.error)

  const save = () => draft.dirty && actions.save.mutate({ content, version: draft.base.version })
  const approve = () => {
    if (!draft.dirty) return setAsking('approve')
    actions.save.mutate({ content, version: draft.base.version }, { onSuccess: (saved) => saved.draft.changed && setAsking('approve') })
  }
  const waiting = [...states.values()].filter((state) => state.proposal).length
  const openDay = (day: string) => {
    setPart('year')
    if (!day.startsWith(String(year))) onYear(Number(day.slice(0, 4)))
    setOpen(day)
  }
  useCommands([
    { id: 'calendar.check', group: 'record', label: t('calendars.check'), keys: 't', run: () => onPanel(panel === 'check' ? undefined : 'check') },
    { id: 'calendar.versions', group: 'record', label: t('calendars.versions'), keys: 'v', run: () => onPanel(panel === 'versions' ? undefined : 'versions') },
    { id: 'calendar.previous', group: 'record', label: t('calendars.previousYear'), keys: '[', run: () => onYear(year - 1) },
    { id: 'calendar.next', group: 'record', label: t('calendars.nextYear'), keys: ']', run: () => onYear(year + 1) },
    { id: 'calendar.approve', group: 'record', label: t('calendars.approve'), hidden: !editable || !(draft.dirty || calendar.draft.changed), run: approve },
  ])
  useDraftCommands(draft, editable, save)

  return (
    <>
      <DraftBar
        calendar={calendar}
        draft={draft}
        saving={actions.save.isPending}
        onSave={save}
        onApprove={approve}
        onDiscard={() => setAsking('discard')}
        onChanges={() => onPanel(panel === 'changes' ? undefined : 'changes')}
      />
      <Refusals problems={problems} />
      <div className={classes.frame}>
        <div className={classes.parts} role="group" aria-label={t('calendars.partsLabel')}>
          {PARTS.map((each) => (
            <button key={each} type="button" aria-pressed={part === each} onClick={() => setPart(each)}>
              {t(`calendars.parts.${each}`)}
              {each === 'proposals' && waiting > 0 && <span className="num"> {waiting}</span>}
            </button>
          ))}
        </div>
        <div className={classes.columns} data-part={part}>
          <div ref={around} className={classes.year}>
            <YearView year={year} states={states} changed={changed} open={open} onOpen={openDay} onYear={onYear} />
            {open && states.get(open) && (
              <DayPopover
                key={open}
                day={open}
                state={states.get(open)!}
                content={content}
                editable={editable}
                around={around}
                onChange={draft.change}
                onClose={() => setOpen(null)}
              />
            )}
          </div>
          <div className={classes.aside}>
            <div data-of="week">
              <Week content={content} editable={editable} problems={problems} onChange={draft.change} />
            </div>
            <div data-of="proposals">
              <Proposals year={year} content={content} states={states} known={holidays.length > 0} editable={editable} onOpen={openDay} onChange={draft.change} />
            </div>
            <div data-of="week">
              <Settings content={content} editable={editable} problems={problems} onChange={draft.change} />
            </div>
          </div>
        </div>
      </div>
      {panel === 'check' && <CheckPanel calendar={calendar} content={content} changed={draft.dirty || calendar.draft.changed} onClose={() => onPanel(undefined)} />}
      {panel === 'changes' && <ChangesPanel calendar={calendar} unsaved={draft.dirty} onClose={() => onPanel(undefined)} />}
      {panel === 'versions' && (
        <VersionsPanel
          calendar={calendar}
          restoring={actions.restore.isPending}
          onRestore={(number) => actions.restore.mutate({ number, version: draft.base.version })}
          onClose={() => onPanel(undefined)}
        />
      )}
      {asking === 'approve' && (
        <ApproveDialog
          calendar={calendar}
          busy={actions.approve.isPending}
          onApprove={(note) => actions.approve.mutate({ version: draft.base.version, note }, { onSettled: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'discard' && (
        <Confirm
          opened
          danger
          title={t('calendars.discardTitle')}
          action={t('common.discardDraft')}
          busy={actions.discard.isPending}
          onConfirm={() => actions.discard.mutate(draft.base.version, { onSettled: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        >
          <p>{t('calendars.discardText', { number: calendar.published?.number })}</p>
        </Confirm>
      )}
      {stale && <Conflict draft={draft} actions={actions} onDone={() => onStale(false)} />}
      <LeaveGuard dirty={draft.dirty} />
    </>
  )
}

const NONE: Calendar['holidays'] = []
