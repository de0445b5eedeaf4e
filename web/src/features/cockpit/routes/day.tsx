import { Day } from '../pages/Day'

export default function DayRoute() {
  return <Day />
}
