import { Bone } from '~/ui/Bone'
import { Page } from '~/ui/Page'

/** A record of the administration that is still being fetched. */
export function RecordBones() {
  return (
    <Page title="" width="full">
      <Bone width={280} height={28} />
      <div style={{ marginTop: 32 }}>
        <Bone width="50%" height={180} />
      </div>
    </Page>
  )
}
