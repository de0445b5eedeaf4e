import { Providers } from '../pages/Providers'

export default function ProvidersRoute() {
  return <Providers />
}
