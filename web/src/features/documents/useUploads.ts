import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { intentKey } from '~/api/client'
import { fileSize } from '~/lib/format'
import { toastDone } from '~/ui/toast'
import { documentKeys, type DocumentPage, type Subject } from './public/query'
import { sentence, upload } from './upload'

export interface Waiting {
  key: string
  file: File
  kind: string
  title: string
  tier: number
  /** From 0 to 1 while it is being sent. */
  sent: number | null
  /** It can never be attached: too large, or of a kind that is not taken. */
  hopeless: boolean
  error: string
}

const extension = (name: string) => name.split('.').slice(1).at(-1)?.toLowerCase() ?? ''

/** The files that somebody chose, from choosing to their place in the list. */
export function useUploads(subject: Subject, rules: DocumentPage, start?: { files: readonly File[]; kind: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const running = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const held = running.current
    return () => held.forEach((each) => each.abort())
  }, [])
  const change = useCallback((key: string, part: Partial<Waiting>) => setWaiting((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each))), [])
  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort()
    running.current.delete(key)
    setWaiting((all) => all.filter((each) => each.key !== key))
  }, [])
  const made = (files: Iterable<File>, kind: string) =>
    Array.from(files, (file): Waiting => {
      const ending = extension(file.name)
      const error =
        file.size > rules.max_bytes
          ? t('documents.tooLarge', { size: fileSize(file.size), most: fileSize(rules.max_bytes) })
          : rules.accepts.includes(ending)
            ? ''
            : t('documents.notTaken', { extension: ending })
      return { key: intentKey(), file, kind, title: file.name.replace(/\.[^.]*$/, '').slice(0, 200), tier: 1, sent: null, hopeless: error !== '', error }
    })
  const add = (files: Iterable<File>) => setWaiting((all) => [...all, ...made(files, '')])
  const send = async (one: Waiting) => {
    const control = new AbortController()
    running.current.set(one.key, control)
    change(one.key, { sent: 0, error: '' })
    try {
      await upload({ ...subject, ...one }, control.signal, (sent) => change(one.key, { sent }))
      remove(one.key)
      toastDone(t('documents.attached'))
      void client.invalidateQueries({ queryKey: documentKeys.of(subject) })
    } catch (cause) {
      if (!control.signal.aborted) change(one.key, { sent: null, error: sentence(cause) })
    } finally {
      running.current.delete(one.key)
    }
  }
  const sendAll = () => {
    for (const one of waiting) {
      if (one.sent !== null || one.hopeless) continue
      if (one.kind) void send(one)
      else change(one.key, { error: t('documents.kindMissing') })
    }
  }
  const started = useRef(false)
  useEffect(() => {
    if (started.current || !start) return
    started.current = true
    const first = made(start.files, start.kind)
    setWaiting((all) => [...all, ...first])
    for (const one of first) if (!one.hopeless) void send(one)
  }, [start])
  return { waiting, add, change, remove, sendAll }
}
