import 'dayjs/locale/id'

import type { ReactNode } from 'react'
import { DatesProvider } from '@mantine/dates'

interface Props {
  language: string
  children: ReactNode
}

export function DatesLocale({ language, children }: Props) {
  return <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'id', firstDayOfWeek: 1 }}>{children}</DatesProvider>
}
