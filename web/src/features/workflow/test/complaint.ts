import type { By, Definition, Kind, Lane, State, Transition } from '../model/definition'

export const state = (key: string, kind: Kind, lane: Lane, changes: Partial<State> = {}): State => ({
  key,
  title: { id: key.charAt(0) + key.slice(1).toLowerCase().replaceAll('_', ' '), en: key },
  kind,
  lane,
  position: null,
  timers: [],
  ...changes,
})

const AGENT: By = { roles: ['AGENT'], reach: 'BRANCH' }

export const transition = (key: string, from: string | string[], to: string, changes: Partial<Transition> = {}): Transition => ({
  key,
  title: { id: key.replaceAll('_', ' '), en: key },
  from: Array.isArray(from) ? from : [from],
  to,
  by: AGENT,
  guard: null,
  checks: [],
  required: [],
  effects: [],
  rollback: null,
  ...changes,
})

/** A complaint from intake to closing: five lanes, a gateway, timers, roads back. */
export const complaint = (changes: Partial<Definition> = {}): Definition => ({
  key: 'complaint',
  title: { id: 'Pengaduan nasabah', en: 'Customer complaint' },
  subject: 'CASE',
  states: [
    state('START', 'start', 'customer', { title: { id: 'Pengaduan masuk', en: 'Complaint received' } }),
    state('NEW', 'task', 'agent', { title: { id: 'Baru', en: 'New' } }),
    state('IN_PROGRESS', 'task', 'agent', {
      title: { id: 'Dikerjakan', en: 'In progress' },
      timers: [{ key: 'late', after: { working_seconds: 28_800, calendar: 'office-wib' }, then: { transition: 'escalate_late' } }],
    }),
    state('WAITING_INFO', 'task', 'customer', { title: { id: 'Menunggu keterangan', en: 'Waiting for information' } }),
    state('ESCALATED', 'task', 'supervisor', { title: { id: 'Dieskalasi', en: 'Escalated' } }),
    state('RESOLVED', 'task', 'agent', { title: { id: 'Dijawab', en: 'Resolved' } }),
    state('REVIEW_NEEDED', 'gateway', 'system', { title: { id: 'Perlu ditinjau?', en: 'Review needed?' } }),
    state('REVIEW', 'task', 'compliance', { title: { id: 'Tinjauan mutu', en: 'Quality review' } }),
    state('CLOSED', 'end', 'agent', { title: { id: 'Ditutup', en: 'Closed' } }),
  ],
  transitions: [
    transition('receive', 'START', 'NEW', { by: null, title: { id: 'Catat', en: 'Record' } }),
    transition('take', 'NEW', 'IN_PROGRESS', { title: { id: 'Ambil', en: 'Take' } }),
    transition('ask', 'IN_PROGRESS', 'WAITING_INFO', { title: { id: 'Minta keterangan', en: 'Ask' } }),
    transition('answer', 'WAITING_INFO', 'IN_PROGRESS', { by: { system: true }, title: { id: 'Jawaban diterima', en: 'Answered' } }),
    transition('escalate', ['NEW', 'IN_PROGRESS', 'WAITING_INFO'], 'ESCALATED', { title: { id: 'Eskalasi', en: 'Escalate' } }),
    transition('escalate_late', 'IN_PROGRESS', 'ESCALATED', { by: { system: true }, title: { id: 'Lewat tenggat', en: 'Overdue' } }),
    transition('reassign', 'ESCALATED', 'IN_PROGRESS', { title: { id: 'Tugaskan ulang', en: 'Reassign' } }),
    transition('resolve', ['IN_PROGRESS', 'ESCALATED'], 'REVIEW_NEEDED', { title: { id: 'Beri jawaban akhir', en: 'Resolve' } }),
    transition('to_review', 'REVIEW_NEEDED', 'REVIEW', { by: null, guard: { cel: 'amount > 100000000' }, title: { id: 'Nilai besar', en: 'Large' } }),
    transition('no_review', 'REVIEW_NEEDED', 'RESOLVED', { by: null, title: { id: 'Tidak', en: 'No' } }),
    transition('approve', 'REVIEW', 'RESOLVED', { title: { id: 'Setujui jawaban', en: 'Approve' } }),
    transition('send_back', 'REVIEW', 'IN_PROGRESS', { title: { id: 'Kembalikan', en: 'Send back' } }),
    transition('close', 'RESOLVED', 'CLOSED', { title: { id: 'Tutup', en: 'Close' } }),
    transition('reopen', ['RESOLVED', 'CLOSED'], 'IN_PROGRESS', { title: { id: 'Buka kembali', en: 'Reopen' } }),
  ],
  ...changes,
})
