import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'

import { SignIn } from '../pages/SignIn'

const route = getRouteApi('/sign-in')

export default function SignInRoute() {
  const { next, reason, sso, step } = route.useSearch()
  const router = useRouter()
  const client = useQueryClient()
  const done = () => {
    client.clear()
    router.history.push(next ?? '/')
  }
  return <SignIn reason={reason} sso={sso} resume={step === 'second'} next={next} onDone={done} />
}
