import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type CampaignWhole, changeCampaign, forgetCampaign, noteCampaign } from '../campaigns/query'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { changedFields, changeOf, type FieldName, sameValue, type Values, valuesOf } from './fields'

const REST_MS = 1_200
const LEAST_NAME = 3

/** The fields of a draft: each is saved when it is left, or when the typing rests, one request after the other. */
export function useCampaignFields(campaign: CampaignWhole) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [values, setValues] = useState(() => valuesOf(campaign))
  const [kept, setKept] = useState(values)
  const [refusals, setRefused] = useState<Partial<Record<string, string>>>({})
  const [savedAt, setSavedAt] = useState<string | null>(null)
  // What is under way, and what the server has refused: neither is sent again as it is.
  const sent = useRef<{ names: FieldName[]; values: Values } | null>(null)
  const refusedValues = useRef<Partial<Values>>({})
  const version = useRef(campaign.version)
  // Known at once, where `save.busy` is known with the next picture only: two saves from one version would refuse each other.
  const sending = useRef(false)
  const latest = useRef({ values, kept })
  useEffect(() => {
    latest.current = { values, kept }
  })

  const save = useVersionedSave<CampaignWhole>({
    send: (standing) => changeCampaign(campaign.campaign_id, standing ?? version.current, changeOf(sent.current?.values ?? values, sent.current?.names ?? [])),
    onSaved: (saved) => {
      version.current = saved.version
      noteCampaign(client, saved)
      const { names = [], values: gone = values } = sent.current ?? {}
      setKept((before) => ({ ...before, ...Object.fromEntries(names.map((name) => [name, gone[name]])) }))
      setRefused((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name as FieldName))))
      setSavedAt(new Date().toISOString())
    },
    onRefused: (fields) => {
      const held = sent.current?.values ?? values
      refusedValues.current = { ...refusedValues.current, ...Object.fromEntries(Object.keys(fields).map((name) => [name, held[name as FieldName]])) }
      setRefused((before) => ({ ...before, ...fields }))
    },
    onStale: () => void forgetCampaign(client, campaign.campaign_id),
    onSettled: () => {
      sending.current = false
    },
    compared: () =>
      (sent.current?.names ?? []).map((name) => ({
        key: name,
        name: t(`campaigns.fields.${name}`),
        opened: latest.current.kept[name],
        mine: sent.current?.values[name],
        now: (current) => valuesOf(current as unknown as CampaignWhole)[name],
        words: name === 'message_values' ? (value: Record<string, string>) => Object.values(value).join(', ') : undefined,
      })),
  })

  const flush = useCallback(() => {
    const now = latest.current
    const names = changedFields(now.values, now.kept).filter((name) => !sameValue(refusedValues.current[name], now.values[name]))
    if (sending.current || save.busy || save.covered || names.length === 0) return
    if (names.includes('name') && now.values.name.trim().length < LEAST_NAME) {
      setRefused((before) => ({ ...before, name: t('common.atLeast', { count: LEAST_NAME }) }))
      const others = names.filter((name) => name !== 'name')
      if (others.length === 0) return
      sent.current = { names: others, values: now.values }
    } else sent.current = { names, values: now.values }
    sending.current = true
    save.run(version.current)
  }, [save, t])

  const unsaved = changedFields(values, kept).length > 0
  const again = useRef(flush)
  useEffect(() => {
    again.current = flush
  })
  useEffect(() => {
    if (!unsaved || save.busy) return
    const timer = setTimeout(() => again.current(), REST_MS)
    return () => clearTimeout(timer)
  }, [values, kept, unsaved, save.busy])

  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }))
  /** Chooses and saves at once: there is nothing to go on typing. */
  const choose = (part: Partial<Values>) => {
    set(part)
    setTimeout(() => again.current())
  }
  // A field that was put back to what is kept has nothing to be refused.
  const refused: Partial<Record<string, string>> = Object.fromEntries(Object.entries(refusals).filter(([name]) => !(name in values) || !sameValue(values[name as FieldName], kept[name as FieldName])))
  // What the server refused, and what it finds wrong in a field that is filled in and kept.
  const standing = campaign.problems.filter(({ field }) => field in values && values[field as FieldName] && sameValue(values[field as FieldName], kept[field as FieldName]))
  const faults: Partial<Record<string, string>> = { ...Object.fromEntries(standing.map(({ field, message }) => [field, message])), ...refused }
  return { values, set, choose, flush, refused, faults, unsaved, busy: save.busy, savedAt, dialog: save.dialog }
}

export type CampaignFields = ReturnType<typeof useCampaignFields>
