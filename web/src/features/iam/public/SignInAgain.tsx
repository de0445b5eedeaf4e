import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { noteRequest, onOtherTab } from '~/api/session'
import { forgetUser } from '~/lib/forget'
import { coverPage } from '~/lib/unsaved'
import { SignIn } from '../pages/SignIn'
import { meQuery } from './me'
import classes from './SignInAgain.module.css'

/** Lies over a page with unsaved text when its session has ended: hides it whole, and gives it back to the same person alone. */
export default function SignInAgain() {
  const client = useQueryClient()
  const router = useRouter()
  const layer = useRef<HTMLDialogElement>(null)
  const before = useRef(client.getQueryData(meQuery.queryKey))
  const username = before.current?.username ?? ''

  const leave = (to: '/' | '/sign-in') => {
    forgetUser(client)
    coverPage(false)
    void router.navigate({ to, search: {}, ignoreBlocker: true })
  }
  const goOn = async () => {
    const now = await unwrap(api.GET('/api/v1/me'))
    if (now.id !== before.current?.id) return leave('/')
    client.setQueryData(meQuery.queryKey, now)
    noteRequest()
    coverPage(false)
    void client.invalidateQueries()
  }

  useEffect(() => {
    const { title } = document
    layer.current?.showModal()
    onOtherTab(() => void goOn().catch(() => undefined))
    return () => {
      onOtherTab(null)
      document.title = title
    }
    // Once: it stands until somebody has signed in or left.
  }, [])

  return (
    <dialog ref={layer} className={classes.layer} onCancel={(event) => event.preventDefault()}>
      <SignIn waiting={{ username, onLeave: () => leave('/sign-in') }} onDone={() => void goOn()} />
    </dialog>
  )
}
