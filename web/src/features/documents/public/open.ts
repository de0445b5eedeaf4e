import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { save } from '~/lib/save'
import { toastProblem } from '~/ui/toast'

/** Fetches a document and saves it under its name; a refusal is told. */
export async function openDocument(document_id: string, name: string): Promise<void> {
  try {
    const file = await unwrap(api.GET('/api/v1/documents/{document_id}/content', { params: { path: { document_id } }, parseAs: 'blob' }))
    save(file as unknown as Blob, name)
  } catch (error) {
    toastProblem(error)
  }
}
