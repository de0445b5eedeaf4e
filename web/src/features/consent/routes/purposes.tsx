import { Purposes } from '../pages/Purposes'

export default function PurposesRoute() {
  return <Purposes />
}
