import type { ApiError } from '~/api/problem'
import { RequestId } from '~/ui/states'

/** Why an act was refused, where it was asked for. */
export function Refused({ error }: { error: ApiError | null }) {
  if (!error) return null
  const said = [error.title, error.detail, ...Object.values(error.fields).flat()]
  return (
    <>
      <p role="alert" style={{ color: 'var(--s-critical)', marginTop: 8 }}>
        {said.filter((part, index) => part && said.indexOf(part) === index).join(' ')}
      </p>
      <RequestId id={error.requestId} />
    </>
  )
}
