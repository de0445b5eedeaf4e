import type { Kind, Text } from './definition'

/* Titles that new parts begin with. They are content, so both languages are written whatever the author reads. */

export const NEW_STATE: Record<Kind, Text> = {
  start: { id: 'Mulai', en: 'Start' },
  task: { id: 'Tugas baru', en: 'New task' },
  gateway: { id: 'Percabangan baru', en: 'New gateway' },
  end: { id: 'Selesai', en: 'End' },
}
export const NEW_TRANSITION: Text = { id: 'Lanjut', en: 'Continue' }
export const COPY: Text = { id: '(salinan)', en: '(copy)' }
