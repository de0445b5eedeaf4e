import '../texts/id/cases'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ButtonLink } from '~/ui/ButtonLink'
import { fieldProblems, hasStatus } from '~/api/problem'
import { useCommands } from '~/lib/commands'
import { useTitle } from '~/ui/Page'
import { NotHere, Problem } from '~/ui/states'
import { Views } from '~/ui/Views'
import { ActDialog, type AskedMove } from '../acts/ActDialog'
import { AssignPalette } from '../acts/AssignPalette'
import type { Move, Wanted } from '../acts/send'
import { useCaseAct } from '../acts/useCaseAct'
import { CaseHead } from '../case/CaseHead'
import { CaseSkeleton } from '../case/CaseSkeleton'
import { Complaint } from '../case/Complaint'
import { Composer, type ComposeMode } from '../case/Composer'
import { ExtensionDialog } from '../case/ExtensionDialog'
import { Review } from '../case/Review'
import { Side } from '../case/Side'
import { Stream } from '../case/Stream'
import { TermsDialog } from '../case/TermsDialog'
import { StepDialog } from '../acts/StepDialog'
import type { Act, Case, CaseStep } from '../model'
import { caseQuery } from '../query'
import { useCasesLive } from '../useCasesLive'
import classes from '../case/case.module.css'

interface Props {
  caseId: string
  compose: ComposeMode | undefined
  onCompose: (mode: ComposeMode) => void
}

/** One case: what was said and done on the left, how it stands on the right. */
export function CasePage(props: Props) {
  const { t } = useTranslation()
  const query = useQuery(caseQuery(props.caseId))
  useTitle(query.data?.case_no ?? '')
  if (query.data) return <Loaded {...props} one={query.data} />
  if (query.isPending) return <CaseSkeleton />
  if (hasStatus(query.error, 404)) return <NotHere page action={<ButtonLink to="/cases" variant="default">{t('cases.queueTitle')}</ButtonLink>} />
  return <Problem page error={query.error} onRetry={() => void query.refetch()} />
}

const PARTS = ['stream', 'facts'] as const

/** What is asked about the case as it was when the dialog opened: what a colleague does meanwhile is shown before anything is written over. */
type Asking = { act: Act; seen: Case; approve?: boolean } | null
const ASKED: readonly Act[] = ['escalate', 'wait', 'resume', 'close', 'reopen', 'review', 'decide_extension']

function Loaded({ one, compose, onCompose }: Props & { one: Case }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asking>(null)
  const [step, setStep] = useState<{ step: CaseStep; seen: Case } | null>(null)
  const close = () => {
    setAsking(null)
    setStep(null)
  }
  const [part, setPart] = useState<(typeof PARTS)[number]>('stream')
  const act = useCaseAct({
    onDone: (_, move) => {
      close()
      // What comes after the answer is for colleagues.
      if (move === 'respond') onCompose('note')
    },
    onRefused: (error) => (asking !== null || step !== null) && Object.keys(fieldProblems(error)).length > 0,
  })
  const errors = fieldProblems(act.error)
  useCasesLive()
  const mode = compose ?? (one.can.note ? 'note' : 'message')
  const begin = (wanted: Act, approve?: boolean) => {
    if (wanted === 'take' || wanted === 'claim') act.run(wanted, one, {})
    else {
      act.reset()
      setAsking({ act: wanted, seen: one, approve })
    }
  }
  const beginStep = (wanted: CaseStep) => {
    act.reset()
    if (wanted.required.length === 0) act.run('move', one, { transition: wanted.transition })
    else setStep({ step: wanted, seen: one })
  }
  const run = (move: Move) => (wanted: Wanted<Move>) => act.run(move, asking?.seen ?? one, wanted)
  const key = (act: Act, keys: string, label = t(`cases.acts.${act as Move}`)) => ({ id: `case.${act}`, group: 'record' as const, label: `${label}: ${one.case_no}`, keys, hidden: !one.can[act], run: () => one.can[act] && begin(act) })
  const write = (next: ComposeMode, keys: string) => ({
    id: `case.write.${next}`,
    group: 'record' as const,
    label: t(`cases.modes.${next}`),
    keys,
    hidden: one.hidden,
    run: () => {
      onCompose(next)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-composer] textarea')?.focus())
    },
  })
  useCommands([key('assign', 'a'), key('escalate', 'e'), key(one.can.resume ? 'resume' : 'wait', 'w'), key('close', 'c'), write('response', 't r'), write('note', 't n'), write('message', 't m')])
  return (
    <div className={classes.page}>
      <CaseHead one={one} busy={act.busy} onAct={begin} onStep={beginStep} />
      {!one.hidden && (
        <div className={classes.parts}>
          <Views label={t('cases.parts.label')} views={PARTS.map((key) => ({ key, label: t(`cases.parts.${key}`) }))} value={part} onChange={setPart} />
        </div>
      )}
      <div className={classes.columns} data-part={one.hidden ? undefined : part}>
        <div className={classes.left}>
          <Complaint one={one} />
          {!one.hidden && (
            <>
              <Review one={one} onAct={begin} />
              <div data-composer>
                <Composer one={one} mode={mode} act={act} onMode={onCompose} />
              </div>
              <Stream caseId={one.id} />
            </>
          )}
        </div>
        <aside className={classes.right} aria-label={t('cases.side')}>
          <Side one={one} onAct={begin} />
        </aside>
      </div>
      {asking?.act === 'assign' && <AssignPalette of={one} many={1} onChoose={run('assign')} onClose={close} />}
      {asking && ASKED.includes(asking.act) && (
        <ActDialog move={asking.act as AskedMove} of={one} many={1} approve={asking.approve} errors={errors} busy={act.busy} covered={act.conflict} onSubmit={run(asking.act as Move)} onClose={close} />
      )}
      {asking?.act === 'reclassify' && <TermsDialog one={one} errors={errors} busy={act.busy} onSubmit={run('reclassify') as (wanted: Wanted<'reclassify'>) => void} onClose={close} />}
      {asking?.act === 'extend' && <ExtensionDialog one={one} errors={errors} busy={act.busy} onSubmit={run('extend') as (wanted: Wanted<'extend'>) => void} onClose={close} />}
      {step && <StepDialog step={step.step} of={one} errors={errors} busy={act.busy} covered={act.conflict} onSubmit={(wanted) => act.run('move', step.seen, wanted)} onClose={close} />}
      {act.dialog}
    </div>
  )
}
