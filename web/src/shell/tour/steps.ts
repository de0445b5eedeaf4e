import type { Words } from '~/lib/feature'

/** One part of the ten-minute demonstration: who plays it, where, what to say and what to do. */
export interface TourStep {
  /** When it begins, in minutes and seconds from the start. */
  minute: string
  /** The role that plays it; null where anybody may read it out. */
  role: string | null
  /** The page where it begins. */
  to: string
  title: Words
  say: Words
  tasks: readonly Words[]
}

const AUDIT = '/audit?action='

export const STEPS: readonly TourStep[] = [
  {
    minute: '0:00',
    role: null,
    to: '/',
    title: { id: 'Pembukaan', en: 'Opening' },
    say: {
      id: 'Fondasinya satu pandangan nasabah: pengaduan dilayani sampai selesai, kampanye patuh persetujuan, prospek sampai ke RM, dan setiap tindakan penting tercatat.',
      en: 'One view of the customer is the foundation: complaints are served to their end, campaigns obey consent, leads reach the RM, and every important act is on record.',
    },
    tasks: [
      {
        id: 'Tiga nasabah: Anita menarik persetujuan penawaran, Budi setuju dan punya RM, Citra punya kasus penipuan yang terbuka.',
        en: 'Three customers: Anita withdrew her consent to offers, Budi agreed and has an RM, Citra has an open fraud case.',
      },
    ],
  },
  {
    minute: '0:45',
    role: 'AGENT',
    to: '/customers',
    title: { id: 'Mencari dan mengenal nasabah', en: 'Find and know the customer' },
    say: {
      id: 'Ringkasan, peringatan, persetujuan dan lini masa ada di satu layar. Data peka tersamar, dan setiap kali profil dibuka tercatat di jejak audit.',
      en: 'Summary, alerts, consent and timeline are on one screen. Sensitive data is masked, and every opening of a profile is in the audit trail.',
    },
    tasks: [
      { id: 'Ketik “budi hutapea”, meskipun salah satu huruf.', en: 'Type “budi hutapea”, even with a letter wrong.' },
      { id: 'Buka Customer 360 Budi Santoso Hutapea.', en: 'Open the Customer 360 of Budi Santoso Hutapea.' },
      { id: 'Tunjukkan lencana persetujuan, peringatan dan lini masa.', en: 'Show the consent badge, the alerts and the timeline.' },
    ],
  },
  {
    minute: '2:00',
    role: 'AGENT',
    to: '/customers',
    title: { id: 'Mencatat kasus', en: 'Record a case' },
    say: {
      id: 'Empat isian cukup. Nomor registrasi dan tenggatnya terbit sendiri, dan tanda terima dikirim.',
      en: 'Four fields are enough. The number and the due time come by themselves, and a receipt is sent.',
    },
    tasks: [
      { id: 'Dari profil Budi, pilih “Catat kasus”.', en: 'From the profile of Budi choose “Record a case”.' },
      {
        id: 'Kanal Pusat panggilan, kategori Akses digital, prioritas Sedang, lalu tulis kronologinya.',
        en: 'Channel call centre, category digital access, priority medium, then write what happened.',
      },
    ],
  },
  {
    minute: '2:45',
    role: 'SUPERVISOR',
    to: '/cases?view=queue&sort=-created',
    title: { id: 'Menugaskan kasus', en: 'Assign the case' },
    say: {
      id: 'Supervisor melihat antrean cabangnya, yang lewat tenggat di atas, dan menugaskan kasus kepada agen.',
      en: 'The supervisor sees the queue of the branch, what is overdue on top, and assigns the case to the agent.',
    },
    tasks: [
      { id: 'Buka kasus terbaru milik Budi, lalu “Tugaskan” kepada agen.', en: 'Open the newest case of Budi, then assign it to the agent.' },
    ],
  },
  {
    minute: '3:15',
    role: 'AGENT',
    to: '/cases?view=mine&sort=-created',
    title: { id: 'Menjawab dan menutup', en: 'Answer and close' },
    say: {
      id: 'Tanpa tanggapan akhir kasus tidak dapat ditutup: tombolnya mati dan alasannya tertulis di sebelahnya. Basis data pun menolak.',
      en: 'Without a final response the case cannot be closed: the button is off and the reason stands beside it. The database refuses as well.',
    },
    tasks: [
      { id: 'Tambahkan catatan penyelidikan.', en: 'Add a note of the investigation.' },
      { id: 'Coba tutup: ditolak. Kirim tanggapan akhir, lalu tutup kasusnya.', en: 'Try to close: refused. Send the final response, then close the case.' },
      { id: 'Kasus menunjukkan tugas lanjutan untuk RM, atau alasan mengapa tidak ada.', en: 'The case shows the follow-up task for the RM, or why there is none.' },
    ],
  },
  {
    minute: '4:30',
    role: 'MARKETING',
    to: '/campaigns?status=DRAFT',
    title: { id: 'Kampanye yang patuh persetujuan', en: 'A campaign that obeys consent' },
    say: {
      id: 'Setiap nasabah punya alasan: Anita tidak setuju, Citra punya kasus peka. Tanpa persetujuan tidak ada penawaran, dan tidak ada yang dapat melewatinya.',
      en: 'Every customer has a reason: Anita did not agree, Citra has a sensitive case. Without consent there is no offer, and nobody gets around it.',
    },
    tasks: [
      { id: 'Buka rancangan “KUR Berkah untuk tiga nasabah”.', en: 'Open the draft “KUR Berkah untuk tiga nasabah”.' },
      { id: 'Pratinjau: 1 dari 3 layak. “Periksa dan ajukan”.', en: 'Preview: 1 of 3 is eligible. Check and submit it.' },
    ],
  },
  {
    minute: '5:30',
    role: 'SUPERVISOR',
    to: '/campaigns?status=SUBMITTED',
    title: { id: 'Disetujui orang lain', en: 'Approved by somebody else' },
    say: {
      id: 'Yang menyusun tidak dapat menyetujui. Persetujuan mencatat siapa dan kapan.',
      en: 'Whoever wrote it cannot approve it. The approval keeps who and when.',
    },
    tasks: [{ id: 'Buka kampanyenya, lalu “Setujui”.', en: 'Open the campaign, then approve it.' }],
  },
  {
    minute: '6:00',
    role: 'MARKETING',
    to: '/campaigns?status=APPROVED',
    title: { id: 'Menjalankan, lalu prospek untuk RM', en: 'Run it, then a lead for the RM' },
    say: {
      id: 'Saat dijalankan setiap nasabah dinilai lagi dan alasannya disimpan. Dari sini Budi diserahkan kepada RM-nya.',
      en: 'When it runs, every customer is judged again and the reason is kept. From here Budi is handed over to his RM.',
    },
    tasks: [
      { id: '“Jalankan”, lalu buka bagian Nasabah.', en: 'Run it, then open the part Customers.' },
      { id: 'Cari CIF00000001 dan CIF00000003: lihat alasannya.', en: 'Look up CIF00000001 and CIF00000003: see the reasons.' },
      { id: 'Cari CIF00000002, lalu “Buat prospek”.', en: 'Look up CIF00000002, then make a lead.' },
    ],
  },
  {
    minute: '6:45',
    role: 'RM',
    to: '/leads?view=list&sort=-created',
    title: { id: 'Tindak lanjut RM', en: 'The RM follows up' },
    say: {
      id: 'Pemasaran tidak berhenti di “terkirim”: RM menindaklanjuti, dan hasilnya kembali ke laporan kampanye.',
      en: 'Marketing does not end at “sent”: the RM follows up, and the outcome goes back into the report of the campaign.',
    },
    tasks: [
      { id: 'Buka prospek Budi. Catat telepon.', en: 'Open the lead of Budi. Record a call.' },
      { id: 'Pindahkan ke Sudah dihubungi, lalu Memenuhi syarat.', en: 'Move it to Contacted, then Qualified.' },
      { id: 'Buka Customer 360: teleponnya ada di lini masa.', en: 'Open the Customer 360: the call is in the timeline.' },
    ],
  },
  {
    minute: '7:30',
    role: 'AGENT',
    to: '/customers',
    title: { id: 'Persetujuan berubah', en: 'A consent changes' },
    say: {
      id: 'Anita datang ke cabang: penawaran tetap ditarik, tetapi pemrofilan ia setujui. Tiap tujuan punya persetujuan dan riwayatnya sendiri.',
      en: 'Anita comes to the branch: offers stay withdrawn, but she agrees to profiling. Each purpose has a consent and a history of its own.',
    },
    tasks: [
      { id: 'Buka Anita Rosmaida Siregar, bagian Persetujuan.', en: 'Open Anita Rosmaida Siregar, part Consent.' },
      { id: '“Catat setuju: Pemrofilan untuk penawaran yang sesuai”, hadir sendiri.', en: 'Record her consent to profiling, in person.' },
    ],
  },
  {
    minute: '8:00',
    role: 'ADMIN',
    to: '/service-levels',
    title: { id: 'Aturan dan hak berubah', en: 'Rules and rights change' },
    say: {
      id: 'Tenggat dan hak adalah data. Perubahannya diberi alasan dan tercatat sebelum dan sesudahnya. Hak berubah setelah administrator kedua menyetujuinya, lalu langsung berlaku.',
      en: 'Due times and rights are data. A change has a reason and is kept with before and after. Rights change once a second administrator has approved, and then at once.',
    },
    tasks: [
      { id: 'Ubah satu target tingkat layanan, lalu terbitkan.', en: 'Change one target of a service level, then publish it.' },
      { id: 'Di Administrasi, Tabel hak: ubah satu hak, tinjau, simpan dengan alasan.', en: 'In Administration, table of rights: change one right, review, save with a reason.' },
      { id: 'Sebagai administrator kedua, buka Perubahan menunggu, baca bedanya, lalu setujui.', en: 'As the second administrator open Changes waiting, read the difference, then approve.' },
    ],
  },
  {
    minute: '8:45',
    role: 'COMPLIANCE',
    to: `${AUDIT}CLOSE_CASE`,
    title: { id: 'Semuanya ada di jejak audit', en: 'All of it is in the audit trail' },
    say: {
      id: 'Siapa, kapan, apa, sebelum dan sesudah. Jejaknya tidak dapat diubah, dan disegel.',
      en: 'Who, when, what, before and after. The trail cannot be changed, and is sealed.',
    },
    tasks: [
      {
        id: 'Saring Tindakan: buka profil, catat, tugaskan, tanggapi dan tutup kasus, ubah persetujuan, ubah hak.',
        en: 'Filter by action: profile opened, case recorded, assigned, answered, closed, consent changed, rights changed.',
      },
      { id: 'Buka satu catatan dan tetangganya.', en: 'Open one record and its neighbours.' },
    ],
  },
  {
    minute: '9:30',
    role: null,
    to: '/',
    title: { id: 'Penutup', en: 'Closing' },
    say: {
      id: 'Selanjutnya data nyata, bertahap: dari berkas harian ke peristiwa. Fondasinya tetap: hak, persetujuan, audit.',
      en: 'Next come real data, step by step: from daily files to events. The foundation stays: rights, consent, audit.',
    },
    tasks: [],
  },
]
