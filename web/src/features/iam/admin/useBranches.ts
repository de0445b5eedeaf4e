import { useQuery } from '@tanstack/react-query'

import { may } from '~/lib/permissions'
import { branchesQuery, useMe } from '../public/me'
import { branchRowsQuery } from './units/query'

/** The open branches to choose from: all of them for who administers, else those of the own places. */
export function useBranches(): readonly { code: string; name: string }[] {
  const me = useMe()
  const administers = may(me, 'configuration', 'R') || may(me, 'configuration', 'M')
  const all = useQuery({ ...branchRowsQuery(''), enabled: administers })
  const own = useQuery({ ...branchesQuery, enabled: !administers })
  return (administers ? all.data?.items.filter((branch) => branch.is_active) : own.data?.items) ?? NONE
}

const NONE: readonly { code: string; name: string }[] = []
