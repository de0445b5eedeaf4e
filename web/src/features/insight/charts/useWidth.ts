import { useElementSize } from '@mantine/hooks'

/** The width that a chart has, so that its letters keep their size on every screen. */
export function useWidth() {
  const { ref, width } = useElementSize<HTMLDivElement>()
  return { ref, width: Math.max(240, Math.round(width || 520)) }
}
