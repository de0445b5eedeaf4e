import '../texts/id/followup'

import { useMe } from '~/features/iam/public/me'
import type { MemberFilters } from '../query'
import { overseesMembers } from '../rights'
import { MemberList } from './MemberList'
import { MyMembers } from './MyMembers'

interface Props {
  filters: MemberFilters
  onFilters: (filters: MemberFilters) => void
}

/** Who follows up sees their own members; who looks after others sees the list. */
export function Followup({ filters, onFilters }: Props) {
  const me = useMe()
  return overseesMembers(me) ? (
    <MemberList filters={filters} onFilters={onFilters} />
  ) : (
    <MyMembers />
  )
}
