import { addTexts } from '~/i18n/texts'

const grant = {
  open: 'Akses darurat terbuka',
  end: 'Akhiri sekarang',
  left: 'Sisa waktu',
  profile: 'Buka profil',
  ended: 'Akses berakhir. Profil tertutup.',
}

declare module '~/i18n/texts' {
  interface Texts {
    grant: typeof grant
  }
}

addTexts({ grant })
