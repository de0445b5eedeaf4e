import { AfterCaseRules } from '../pages/AfterCaseRules'

export default function AfterCaseRoute() {
  return <AfterCaseRules />
}
