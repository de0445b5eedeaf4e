import './texts/id/inbox'

import { Checkbox, Radio, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { inboxKeys, type MailChoices, mailQuery, saveMailChoices } from './query'

type Extent = 'none' | 'some' | 'every'

const chosenOf = ({ kinds }: MailChoices) =>
  kinds.filter((kind) => kind.is_chosen).map((kind) => kind.key)

const extentOf = ({ every, kinds }: MailChoices): Extent =>
  every ? 'every' : kinds.some((kind) => kind.is_chosen) ? 'some' : 'none'

/** Which of my notices come by mail too; what is asked for waits until the present choice is read. */
export function MailDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const choices = useQuery(mailQuery)
  if (choices.data) return <Choosing stands={choices.data} onClose={onClose} />
  return (
    <FormDialog
      title={t('inbox.mail')}
      action={t('common.save')}
      dirty={false}
      busy={choices.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        void choices.refetch()
      }}
      onClose={onClose}
    >
      {choices.isError ? <p role="alert">{t('inbox.mailUnread')}</p> : <Bone width={260} height={14} />}
    </FormDialog>
  )
}

function Choosing({ stands, onClose }: { stands: MailChoices; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [extent, setExtent] = useState(extentOf(stands))
  const [chosen, setChosen] = useState(() => chosenOf(stands))
  const [wrong, setWrong] = useState('')
  const save = useMutation({
    mutationFn: saveMailChoices,
    onSuccess: (saved) => {
      client.setQueryData(inboxKeys.mail, saved)
      const before = { every: stands.every, kinds: chosenOf(stands) }
      toastDone(t(`inbox.mailSaved.${extentOf(saved)}`), () => {
        saveMailChoices(before).then(
          (back) => client.setQueryData(inboxKeys.mail, back),
          toastProblem,
        )
      })
      onClose()
    },
    onError: toastProblem,
  })
  return (
    <FormDialog
      title={t('inbox.mail')}
      text={t(stands.has_address ? 'inbox.mailText' : 'inbox.mailNoAddress')}
      action={t('common.save')}
      dirty={(extent !== extentOf(stands) || chosen.join() !== chosenOf(stands).join()) && !save.isSuccess}
      busy={save.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        if (extent === 'some' && chosen.length === 0) setWrong(t('inbox.mailNone'))
        else save.mutate({ every: extent === 'every', kinds: extent === 'some' ? chosen : [] })
      }}
      onClose={onClose}
    >
      <Radio.Group
        label={t('inbox.mailExtent')}
        value={extent}
        error={wrong}
        onChange={(value) => {
          setExtent(value as Extent)
          setWrong('')
        }}
      >
        <Stack gap={10} mt={6}>
          <Radio value="none" label={t('inbox.mailExtents.none')} data-autofocus />
          <Radio value="every" label={t('inbox.mailExtents.every')} />
          <Radio
            value="some"
            label={t('inbox.mailExtents.some')}
            description={stands.kinds.length === 0 ? t('inbox.mailNoKinds') : undefined}
            disabled={stands.kinds.length === 0}
          />
        </Stack>
      </Radio.Group>
      {extent === 'some' && (
        <Checkbox.Group label={t('inbox.mailKinds')} value={chosen} onChange={setChosen}>
          <Stack gap={10} mt={6}>
            {stands.kinds.map((kind) => (
              <Checkbox key={kind.key} value={kind.key} label={kind.title} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FormDialog>
  )
}
