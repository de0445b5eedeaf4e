import { addTexts } from '~/i18n/texts'

const cockpit = {
  title: 'Hari saya',
  portfolio: 'Portofolio saya',
  portfolioText: 'Nasabah yang Anda layani, dengan nilai, peringatan, dan kontak terakhir.',
  allPortfolio: 'Seluruh portofolio',
  activities: 'Kegiatan hari ini',
  goal: '{{done}} dari {{goal}}',
  goalReached: 'Target tercapai',
  goalLeft_one: 'Kurang {{count}} kegiatan',
  goalLeft_other: 'Kurang {{count}} kegiatan',
  week: '7 hari terakhir: {{values}}',
  waiting: 'Yang menunggu',
  tasksOverdue: 'Tugas lewat tenggat',
  tasksToday: 'Tugas jatuh tempo hari ini',
  tasksWeek: 'Tugas dalam 6 hari berikutnya',
  leadsNew: 'Prospek baru',
  leadsLate: 'Prospek terlalu lama diam',
  leadsOpen: 'Prospek terbuka',
  quiet: 'Nasabah lama tanpa kontak',
  quietDays: '{{days}} hari atau lebih',
  ofCustomers: 'dari {{customers}} nasabah',
  pipeline: 'Pipeline saya',
  pipelineText: '{{count}} peluang, tertimbang {{weighted}}',
  openPipeline: 'Buka pipeline',
  noPipeline: 'Belum ada peluang terbuka.',
  stageLine: '{{count}} peluang · {{value}}',
  quietest: 'Paling lama tidak dihubungi',
  noneInPortfolio: 'Belum ada nasabah dalam portofolio Anda',
  noneInPortfolioText: 'Supervisor cabang membagi nasabah kepada RM.',
  noneShown: 'Tidak ada nasabah di bagian ini',
  show: { all: 'Semua', quiet: 'Lama tanpa kontak', tasks: 'Ada tugas', leads: 'Ada prospek' },
  parts: 'Bagian portofolio',
  sort: 'Urutan',
  sorts: { '-inflow': 'Uang masuk terbesar' },
  fields: {
    customer: 'Nasabah',
    value: 'Saldo',
    inflow: 'Masuk 90 hari',
    contact: 'Kontak terakhir',
    alerts: 'Peringatan',
    advice: 'Saran',
    tasks: 'Tugas',
    lead: 'Prospek',
  },
  never: 'Belum pernah dihubungi',
  noAlerts: 'Tidak ada',
  moreAlerts: '+{{count}}',
}

declare module '~/i18n/texts' {
  interface Texts {
    cockpit: typeof cockpit
  }
}
addTexts({ cockpit })
