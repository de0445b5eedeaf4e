import '../texts/id/consent'

import { useQuery } from '@tanstack/react-query'

import { customerConsentsQuery, type Verification } from '../query'
import { Verify } from '../Verify'

export type CustomerVerified = Verification

interface Props {
  customerId: string
  verification: Verification | null
  missing: boolean
  onVerification: (verification: Verification | null) => void
}

/** Verifying a customer for another feature; nothing for who may not verify this one. */
export function CustomerVerification({ customerId, verification, missing, onVerification }: Props) {
  const consents = useQuery(customerConsentsQuery(customerId))
  if (!consents.data?.can.change) return null
  return <Verify customerId={customerId} methods={consents.data.methods} codeChannels={consents.data.code_channels} verification={verification} missing={missing} onVerification={onVerification} />
}
