/** Passkeys: what the browser's API takes and gives as bytes, the server writes as base64url. */

type Json = Record<string, unknown>

export interface CredentialOptions {
  publicKey: Json
}

const bytes = (text: string): ArrayBuffer => {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (each) => each.charCodeAt(0)).buffer
}

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const described = (list: unknown) => ((list ?? []) as (Json & { id: string })[]).map((each) => ({ ...each, id: bytes(each.id) }))

/** A passkey belongs to a name: browsers make none for a bare address, nor without a secure connection. */
export const passkeysWork = () =>
  window.isSecureContext && typeof window.PublicKeyCredential !== 'undefined' && !/^[\d.]+$|:/.test(window.location.hostname)

/** Has the device make a passkey; null when the person or the device declined. */
export async function makePasskey({ publicKey }: CredentialOptions): Promise<Json | null> {
  const options = {
    ...publicKey,
    challenge: bytes(publicKey.challenge as string),
    user: { ...(publicKey.user as Json), id: bytes((publicKey.user as { id: string }).id) },
    excludeCredentials: described(publicKey.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions
  const made = await asked(() => navigator.credentials.create({ publicKey: options }))
  if (!made) return null
  const response = made.response as AuthenticatorAttestationResponse
  return {
    ...plain(made),
    response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) },
  }
}

/** Has the device prove a passkey; null when the person or the device declined. */
export async function provePasskey({ publicKey }: CredentialOptions): Promise<Json | null> {
  const options = {
    ...publicKey,
    challenge: bytes(publicKey.challenge as string),
    allowCredentials: described(publicKey.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions
  const proof = await asked(() => navigator.credentials.get({ publicKey: options }))
  if (!proof) return null
  const response = proof.response as AuthenticatorAssertionResponse
  return {
    ...plain(proof),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  }
}

const plain = (credential: PublicKeyCredential): Json => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
})

/** To decline, or to let the time pass, is an answer and no fault. */
async function asked(run: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await run()) as PublicKeyCredential | null
  } catch (cause) {
    if (cause instanceof DOMException && ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(cause.name)) return null
    throw cause
  }
}
