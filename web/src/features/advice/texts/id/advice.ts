import { addTexts } from '~/i18n/texts'

const advice = {
  title: 'Peringatan',
  since: 'sejak {{date}}',
  severity: { critical: 'Kritis', warning: 'Perlu perhatian', info: 'Informasi' },
  acknowledge: 'Sembunyikan',
  acknowledgeTip: 'Sembunyikan peringatan ini untuk saya saja',
  acknowledged: 'Peringatan disembunyikan untuk Anda.',
  restore: 'Munculkan lagi',
  restored: 'Peringatan muncul lagi.',
  hidden_one: '{{count}} peringatan Anda sembunyikan',
  hidden_other: '{{count}} peringatan Anda sembunyikan',
}

declare module '~/i18n/texts' {
  interface Texts {
    advice: typeof advice
  }
}

addTexts({ advice })
