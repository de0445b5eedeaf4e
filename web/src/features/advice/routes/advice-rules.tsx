import { AdviceRules } from '../pages/AdviceRules'

export default function AdviceRulesRoute() {
  return <AdviceRules />
}
