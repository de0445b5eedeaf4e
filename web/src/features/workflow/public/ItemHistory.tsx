import '../texts/id/workflow'

import { useQuery } from '@tanstack/react-query'

import { ListBones } from '~/ui/ListBones'
import { Problem } from '~/ui/states'
import { History } from '../items/History'
import { itemQuery } from '../query'

/** Every step of one record on its way, newest first, with who took it and why. */
export function ItemHistory({ itemId }: { itemId: string }) {
  const found = useQuery(itemQuery(itemId))
  if (found.data) return <History moves={found.data.history} />
  if (found.isError) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  return <ListBones />
}
