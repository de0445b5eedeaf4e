import { useTranslation } from 'react-i18next'

/** The word for a code of the server; a code this version does not know yet shows itself, readable. */
export function useLabel() {
  const { t } = useTranslation()
  return (area: string, code: string | null | undefined): string =>
    code ? (t as unknown as (key: string, options: { defaultValue: string }) => string)(`${area}.${code}`, { defaultValue: humane(code) }) : '–'
}

const humane = (code: string) => (/^[A-Z0-9_]+$/.test(code) ? code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ') : code)
