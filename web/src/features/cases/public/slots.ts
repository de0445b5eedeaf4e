/* What the page of a case leaves to others. */
import type { ComponentType } from 'react'

declare module '~/lib/feature' {
  interface Pieces {
    /** Beside a closed case: what followed it. */
    caseClosed: ComponentType<{ caseId: string }>
  }
}
