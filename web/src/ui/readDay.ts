import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'

dayjs.extend(customParseFormat)

/** Day before month, as everybody here writes; the year in full, for 80 could be 1980 and 2080. */
const WRITINGS = ['DD-MM-YYYY', 'D-M-YYYY', 'DD/MM/YYYY', 'D/M/YYYY', 'DD.MM.YYYY', 'D.M.YYYY', 'DD MM YYYY', 'D M YYYY', 'DDMMYYYY', 'YYYY-MM-DD']

/** The day that a text means, as YYYY-MM-DD; null for what is no day, such as 31-02-1980. */
export function readDay(text: string): string | null {
  const day = dayjs(text.trim(), WRITINGS, true)
  return day.isValid() ? day.format('YYYY-MM-DD') : null
}
