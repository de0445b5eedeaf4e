import { useTranslation } from 'react-i18next'

import { useLabel } from '~/lib/labels'
import { useCodes } from './codes'

const WORDS: Record<string, string> = {
  gender: 'genders',
  status: 'statuses',
  preferred_language: 'languages',
  preferred_channel: 'channels',
}

/** The words for a field's value, so that nobody reads the server's codes. */
export function useChangeWords() {
  const { t } = useTranslation()
  const label = useLabel()
  const segment = useCodes('SEGMENT').name
  const one = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    // The parts of an address, or several labels.
    if (typeof value === 'object') return Object.values(value).join(', ') || '–'
    if (field === 'segment_code') return segment(String(value))
    return WORDS[field] ? label(`customers.${WORDS[field]}`, String(value)) : String(value)
  }
  return one
}

interface Change {
  field: string
  before?: unknown
  after?: unknown
  concealed?: boolean
}

/** A change as a sentence, also where the mask hides what differs: the same words twice would read as no change. */
export function useChangeSentence() {
  const { t } = useTranslation()
  const label = useLabel()
  const words = useChangeWords()
  return ({ field, before, after, concealed }: Change): string => {
    const name = label('customers.fields', field)
    return concealed ? `${name} ${words(field, after)} (${t('customers.concealed')})` : `${name} ${words(field, before)} → ${words(field, after)}`
  }
}
