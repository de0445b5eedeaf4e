import { addTexts } from '~/i18n/texts'

const iam = {
  signIn: 'Masuk',
  signInTo: 'Masuk ke Simpul',
  signInText: 'Gunakan nama pengguna dari administrator Anda.',
  username: 'Nama pengguna',
  password: 'Kata sandi',
  wrong: 'Nama pengguna atau kata sandi salah. Periksa huruf besar dan coba lagi.',
  expired: 'Sesi Anda sudah berakhir. Masuk lagi untuk kembali ke halaman terakhir.',
  signInWaiting: 'Sesi Anda sudah berakhir. Isian yang belum disimpan menunggu di balik halaman ini: masuk lagi untuk melanjutkannya.',
  leaveWork: 'Buang isian dan keluar',
  usernameMissing: 'Isi nama pengguna Anda.',
  passwordMissing: 'Isi kata sandi Anda.',
  signedOut: 'Anda sudah keluar.',
  suspended: 'Akun ini tidak dapat masuk. Hubungi administrator.',
  back: 'Kembali',
  demoTitle: 'Masuk sebagai pengguna peragaan',
  demoText: 'Setiap peran melihat data dan tindakan yang berbeda. Semua data di sini buatan.',
  demoNoBranch: 'Tanpa cabang',
  welcome: 'Selamat datang, {{name}}',
  welcomeNow: 'Profil',
  welcomeNoRole: 'Akun Anda belum memiliki akses',
  welcomeNoRoleText: 'Anda berhasil masuk, tetapi belum ada peran yang diberikan kepada akun ini. Mintalah peran dan cabang kepada administrator Simpul di kantor Anda, dengan menyebut nama pengguna {{username}}.',
  profile: 'Profil',
  profileText: 'Akun, tampilan, kata sandi, dan sesi Anda.',
  account: 'Akun',
  name: 'Nama',
  roles: 'Peran',
  branches: 'Cabang',
  units: 'Unit',
  until: 'sampai {{date}}',
  noRole: 'Belum ada peran',
  appearance: 'Tampilan',
  changePassword: 'Ganti kata sandi',
  currentPassword: 'Kata sandi sekarang',
  newPassword: 'Kata sandi baru',
  repeatPassword: 'Ulangi kata sandi baru',
  passwordMismatch: 'Kedua isian tidak sama.',
  passwordChanged: 'Kata sandi diganti. Sesi lain sudah diakhiri.',
  passwordRule: 'Paling sedikit 12 karakter; beberapa kata sekaligus paling mudah diingat. Bukan kata umum, nama Anda, atau nama sistem.',
  sessions: 'Sesi aktif',
  sessionsText: 'Perangkat yang sedang masuk dengan akun Anda. Akhiri yang tidak Anda kenali.',
  thisSession: 'Sesi ini',
  lastSeen: 'Terakhir aktif',
  since: 'sejak',
  endSession: 'Akhiri',
  endOthers: 'Akhiri semua sesi lain',
  endSessionTitle: 'Akhiri sesi ini?',
  endSessionText: 'Perangkat itu langsung dikeluarkan; isian yang belum disimpan di sana hilang. Pengguna dapat masuk lagi dengan kata sandinya.',
  endOthersTitle: 'Akhiri semua sesi lain?',
  sessionEnded: 'Sesi diakhiri.',
  othersEnded: 'Semua sesi lain diakhiri.',
  unknownDevice: 'Perangkat tidak dikenal',
  onDevice: '{{browser}} di {{system}}',
}

declare module '~/i18n/texts' {
  interface Texts {
    iam: typeof iam
  }
}

addTexts({ iam })
