import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'

import { SetPassword } from '../pages/SetPassword'

export default function SetPasswordRoute() {
  const router = useRouter()
  // Read once and taken out of the address: it neither stays in the history nor travels on.
  const [token] = useState(() => {
    const found = window.location.hash.slice(1)
    window.history.replaceState(window.history.state, '', window.location.pathname)
    return found
  })
  return <SetPassword token={token} onSignIn={() => router.history.push('/sign-in')} />
}
