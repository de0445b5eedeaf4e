import { addTexts } from '~/i18n/texts'

const salesSetup = {
  title: 'Tahap penjualan',
  text: {
    stages:
      'Tahap peluang dengan kemungkinan berhasilnya. Nilai tertimbang di papan dan prakiraan dihitung dari sini.',
    reasons: 'Alasan yang dipilih saat prospek atau peluang ditutup.',
    scoring: 'Poin tiap faktor dan batas panas, hangat, sejuk, dingin. Hanya nasabah yang menyetujui pemrofilan dinilai.',
  },
  views: 'Bagian',
  tabs: { stages: 'Tahap', reasons: 'Alasan penutupan', scoring: 'Penilaian prospek' },
  columns: {
    name: 'Nama',
    probability: 'Kemungkinan',
    outcome: 'Hasil',
    state: 'Keadaan',
    act: 'Tindakan',
  },
  outcomes: { WON: 'Berhasil', LOST: 'Gagal' },
  used: 'Dipakai',
  unused: 'Tidak dipakai',
  stageTitle: 'Ubah tahap: {{name}}',
  stageActive: 'Dapat dipilih',
  endProbability: 'Akhir selalu 100 atau 0 persen.',
  reasonMake: 'Tambah alasan',
  reasonTitle: 'Ubah alasan: {{name}}',
  reasonActive: 'Dapat dipilih saat menutup',
  nameId: 'Nama (Indonesia)',
  nameEn: 'Nama (Inggris)',
  sameName: 'Sama dengan nama Indonesia',
  code: 'Kode',
  codeWrong: 'Huruf besar, angka dan garis bawah; 2 sampai 30.',
  codeTaken: 'Kode ini sudah dipakai.',
  position: 'Urutan',
  saved: 'Disimpan: {{name}}',
}

declare module '~/i18n/texts' {
  interface Texts {
    salesSetup: typeof salesSetup
  }
}
addTexts({ salesSetup })
