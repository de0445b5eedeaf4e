import { addTexts } from '~/i18n/texts'

const unread = {
  count: 'Kotak masuk: {{words}} belum dibaca',
  none: 'Kotak masuk',
}

declare module '~/i18n/texts' {
  interface Texts {
    unread: typeof unread
  }
}

addTexts({ unread })
