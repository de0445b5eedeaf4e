import { Welcome } from '~/features/iam/pages/Welcome'
import { useMe } from '~/features/iam/public/me'
import { destinationsOf } from '~/shell/navigation'

export default function WelcomePage() {
  const pages = destinationsOf(useMe()).filter((each) => each.group !== null && !each.above && each.to !== '/welcome')
  return <Welcome pages={pages} />
}
