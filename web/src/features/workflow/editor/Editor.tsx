import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useLeaveBlocker } from '~/lib/unsaved'
import { Confirm } from '~/ui/Confirm'
import type { CanvasEdits } from '../canvas/Canvas'
import { Inspector, type Wanted } from '../inspector/Inspector'
import { contentOf, openDefinition, type Selection, stateByKey, wordOf } from '../model/definition'
import { type Problem, worst } from '../model/places'
import { sound } from '../model/sound'
import type { Workflow } from '../server'
import { WorkflowHead } from '../WorkflowHead'
import { ConflictDialog } from './ConflictDialog'
import { EditorContext, type EditorValue } from './context'
import { DraftStatus, EditorBar } from './EditorBar'
import { NewTransitionDialog } from './NewTransitionDialog'
import { Outline } from './Outline'
import { Problems } from './Problems'
import { PublishDialog } from './PublishDialog'
import { useActions } from './useActions'
import { useDraft } from './useDraft'
import { useEditorCommands } from './useEditorCommands'
import { useHistory } from './useHistory'
import { useProblems } from './useProblems'
import classes from './Editor.module.css'

const Canvas = lazy(() => import('../canvas/Canvas'))

type Asking = { kind: 'transition'; from: string | null } | { kind: 'publish' } | { kind: 'discard' } | null

/** The visual editor: outline, canvas and inspector over one document with its whole history. */
export function Editor({ workflow }: { workflow: Workflow }) {
  const { t, i18n } = useTranslation()
  const editing = useHistory(() => openDefinition(sound(workflow.draft.content)))
  const { doc, selection } = editing.history.present
  const [first] = useState(() => ({ doc, findings: workflow.draft.problems }))
  const [spoken, announce] = useState('')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [opened, setOpened] = useState(false)
  const [reveal, setReveal] = useState(0)
  const [view, setView] = useState<'outline' | 'canvas'>('outline')
  const [asking, setAsking] = useState<Asking>(null)
  // Drawn only where it is seen: a hidden canvas has no size to fit into. On a phone it is for looking.
  const roomy = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false })
  const phone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const surface = useRef<HTMLElement | null>(null)
  const readOnly = !workflow.can.edit
  const act = useActions(editing, workflow.vocabulary.needs, announce)
  const draft = useDraft(workflow, editing, announce)
  const { problems, checking, failed } = useProblems(workflow.key, doc, first, true)
  const severities = useMemo(() => worst(problems), [problems])
  const dirty = doc !== editing.saved
  const blocker = useLeaveBlocker(dirty)

  const published = useMemo(() => {
    const content = workflow.published?.content
    return { states: new Set(content?.states.map((state) => state.key)), transitions: new Set(content?.transitions.map((each) => each.key)) }
  }, [workflow.published])

  const enter = useCallback((field: string) => {
    setOpened(true)
    setWanted((before) => ({ field, turn: (before?.turn ?? 0) + 1 }))
  }, [])
  const open = useCallback(
    (next: Selection) => {
      act.select(next)
      // The first field is the title; the canvas and the outline keep what they show.
      enter('title/id')
    },
    [act, enter],
  )
  const goTo = (problem: Problem) => {
    act.select(problem.place.selection)
    setReveal((before) => before + 1)
    enter(problem.place.field)
  }
  const newState = () => {
    act.addState('task')
    setReveal((before) => before + 1)
    enter('title/id')
  }
  const newTransition = (from: string | null) => setAsking({ kind: 'transition', from })
  const leave = () => {
    setOpened(false)
    const back = surface.current?.isConnected ? surface.current : document.querySelector('[role=tree] [tabindex="0"]')
    if (back instanceof HTMLElement) requestAnimationFrame(() => back.focus())
  }
  const here = () => {
    if (selection?.kind === 'state') return selection.id
    const transition = doc.transitions.find((each) => each.id === selection?.id)
    return (transition && stateByKey(doc, transition.from[0] ?? '')?.id) ?? null
  }
  useEditorCommands({ editing, act, readOnly, problems, save: draft.save, newState, newTransition: () => newTransition(here()), goTo, publish: () => setAsking({ kind: 'publish' }) })

  const edits = useMemo<CanvasEdits | undefined>(
    () =>
      readOnly
        ? undefined
        : {
            pad: { append: (id, kind) => void act.append(id, kind), duplicate: act.duplicate, remove: (id) => act.remove({ kind: 'state', id }) },
            add: (kind, spot) => void act.addState(kind, spot?.lane, spot?.position),
            move: act.move,
            connect: (from, to) => void act.connect(from, to),
            connectNew: (from, spot) => void act.append(from, 'task', spot),
            reconnect: act.reconnectTo,
            tidy: act.tidy,
          },
    [act, readOnly],
  )
  const value = useMemo<EditorValue>(
    () => ({ doc, selection, problems, vocabulary: workflow.vocabulary, readOnly, published, act }),
    [doc, selection, problems, workflow.vocabulary, readOnly, published, act],
  )
  const remember = (event: React.FocusEvent<HTMLElement>) => {
    surface.current = event.target
  }

  return (
    <EditorContext.Provider value={value}>
      <div className={classes.editor} data-work="wide">
        <WorkflowHead
          workflow={workflow}
          status={<DraftStatus workflow={workflow} dirty={dirty} saving={draft.saving} />}
          actions={!readOnly && <EditorBar workflow={workflow} editing={editing} dirty={dirty} draft={draft} onPublish={() => setAsking({ kind: 'publish' })} onDiscard={() => setAsking({ kind: 'discard' })} />}
        />
        <div className={classes.views}>
          <SegmentedControl
            fullWidth
            radius={0}
            aria-label={t('workflow.viewChoice')}
            data={[
              { value: 'outline', label: t('workflow.outline') },
              { value: 'canvas', label: t('workflow.drawing') },
            ]}
            value={view}
            onChange={(next) => setView(next as typeof view)}
          />
        </div>
        <div className={classes.body} data-view={view}>
          <div className={classes.side} onFocus={remember}>
            <Outline onOpen={open} onPick={() => setOpened(true)} onNewState={newState} onNewTransition={newTransition} />
          </div>
          <div className={classes.middle} onFocus={remember}>
            {(roomy || view === 'canvas') && (
              <Suspense fallback={<p className={classes.waiting}>{t('common.loading')}</p>}>
                <Canvas
                  doc={doc}
                  label={wordOf(doc.title, i18n.language)}
                  selection={selection}
                  severities={severities}
                  edits={phone ? undefined : edits}
                  needed={workflow.vocabulary.needs.states}
                  reveal={reveal}
                  onSelect={act.select}
                  onOpen={open}
                  onAnnounce={announce}
                />
              </Suspense>
            )}
          </div>
          <div className={classes.side} data-open={opened || undefined}>
            <Inspector wanted={wanted} onLeave={leave} />
          </div>
        </div>
        <Problems doc={doc} problems={problems} checking={checking} failed={failed} onGo={goTo} />
        <div className="visually-hidden" role="status" aria-live="polite">
          {spoken}
        </div>
      </div>
      {asking?.kind === 'transition' && <NewTransitionDialog from={asking.from} onClose={() => setAsking(null)} onMade={() => enter('title/id')} />}
      {asking?.kind === 'publish' && (
        <PublishDialog workflow={workflow} problems={problems} dirty={dirty} draftVersion={draft.version} onSave={draft.save} onProblem={goTo} onClose={() => setAsking(null)} />
      )}
      {asking?.kind === 'discard' && (
        <Confirm opened danger title={t('workflow.discardTitle')} action={t('workflow.discard')} onConfirm={() => { draft.discard(); setAsking(null) }} onClose={() => setAsking(null)}>
          <p>{workflow.published ? t('workflow.discardText', { number: workflow.published.number }) : t('workflow.discardTextFirst')}</p>
        </Confirm>
      )}
      {draft.conflict && (
        <ConflictDialog base={draft.conflict.base} mine={contentOf(draft.conflict.mine)} theirs={draft.conflict.theirs} busy={draft.saving} onKeepMine={draft.keepMine} onTakeTheirs={draft.takeTheirs} onClose={draft.closeConflict} />
      )}
      {blocker.status === 'blocked' && (
        <Confirm opened danger title={t('common.unsavedTitle')} action={t('common.unsavedLeave')} stay={t('common.unsavedStay')} onConfirm={blocker.proceed} onClose={blocker.reset}>
          <p>{t('common.unsavedText')}</p>
        </Confirm>
      )}
    </EditorContext.Provider>
  )
}
