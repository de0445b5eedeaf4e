import { Button, Checkbox, FileButton } from '@mantine/core'
import { IconCircleCheck, IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { useProposed } from '~/ui/Proposal'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Problem, State } from '~/ui/states'
import { Difference } from './Difference'
import { type Document, importConfiguration, MOST_BYTES, previewConfiguration } from './query'
import classes from './Configuration.module.css'

/** Compares a file with what is in force, and brings it in once somebody has seen what that changes. */
export function ImportPanel() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const [name, setName] = useState('')
  const [document, setDocument] = useState<Document | null>(null)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  // The same file may be chosen again after it was changed.
  const forget = useRef<() => void>(null)
  const [asking, setAsking] = useState(false)
  // Never carried over to another file, or to a difference that was shown anew.
  const [seen, setSeen] = useState(false)
  const preview = useMutation({ mutationFn: previewConfiguration })
  const bringing = useMutation({
    mutationFn: (reason: string) => importConfiguration(document ?? {}, preview.data?.stands ?? '', reason, seen),
    onSuccess: (answer) => {
      proposed(answer)
      setAsking(false)
      setDocument(null)
      setName('')
      preview.reset()
      void client.invalidateQueries()
    },
    onError: (error) => {
      setAsking(false)
      // Somebody changed the configuration meanwhile: the difference is shown anew.
      if (isApiError(error) && error.status === 409 && document) preview.mutate(document)
    },
  })
  const read = async (file: File | null) => {
    if (!file) return
    forget.current?.()
    preview.reset()
    bringing.reset()
    setDocument(null)
    setName(file.name)
    setUnreadable(file.size > MOST_BYTES ? t('configuration.tooLarge') : null)
    if (file.size > MOST_BYTES) return
    try {
      const found: unknown = JSON.parse(await file.text())
      if (typeof found !== 'object' || found === null || Array.isArray(found)) throw new SyntaxError()
      setDocument(found as Document)
      preview.mutate(found as Document)
    } catch {
      setUnreadable(t('configuration.notJson'))
    }
  }
  const plan = preview.data
  const refused = isApiError(preview.error) ? preview.error.fields.document?.[0] : undefined
  const trouble = unreadable ?? refused
  return (
    <>
      <p className={classes.text}>{t('configuration.importText')}</p>
      <div className={classes.bar}>
        <FileButton resetRef={forget} accept="application/json,.json" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
              {t(name ? 'configuration.chooseOther' : 'configuration.choose')}
            </Button>
          )}
        </FileButton>
        {name && <span className={classes.file}>{name}</span>}
      </div>
      <div aria-live="polite">
        {trouble && (
          <p className={classes.trouble} role="alert">
            {trouble}
          </p>
        )}
        {preview.isPending && (
          <div className={classes.part} aria-busy="true" aria-label={t('configuration.comparing')}>
            <Bone width="30%" />
            <Bone width="70%" />
            <Bone width="55%" />
          </div>
        )}
        {preview.isError && !refused && <Problem error={preview.error} onRetry={() => document && preview.mutate(document)} />}
        {bringing.isError && <Problem error={bringing.error} onRetry={() => bringing.reset()} />}
        {plan && plan.changes.length === 0 && plan.problems.length === 0 && (
          <State icon={<IconCircleCheck />} title={t('configuration.same')}>
            <p>{t('configuration.sameText')}</p>
          </State>
        )}
        {plan && (plan.changes.length > 0 || plan.problems.length > 0) && <Difference plan={plan} />}
      </div>
      {plan?.can_import && (
        <div className={classes.run}>
          <Button
            onClick={() => {
              setSeen(false)
              setAsking(true)
            }}
          >{t('configuration.run')}</Button>
          <span className="muted">{t('configuration.changes', { count: plan.changes.length })}</span>
        </div>
      )}
      {asking && plan && (
        <ReasonDialog
          title={t('configuration.runTitle', { count: plan.changes.length })}
          text={t('configuration.runText')}
          action={t('configuration.import')}
          busy={bringing.isPending}
          blocked={plan.lowering > 0 && !seen}
          onClose={() => setAsking(false)}
          onSubmit={(reason) => bringing.mutate(reason)}
        >
          {plan.lowering > 0 && (
            <Checkbox checked={seen} onChange={(event) => setSeen(event.currentTarget.checked)} label={t('configuration.seen', { count: plan.lowering })} />
          )}
        </ReasonDialog>
      )}
    </>
  )
}
