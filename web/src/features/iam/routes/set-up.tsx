import { getRouteApi, useRouter } from '@tanstack/react-router'

import { SetUp } from '../pages/SetUp'

const route = getRouteApi('/set-up')

export default function SetUpRoute() {
  const { next } = route.useSearch()
  const router = useRouter()
  return <SetUp onDone={() => router.history.push(next ?? '/')} />
}
