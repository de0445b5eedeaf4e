import { useEffect } from 'react'

/** Goes on to what a form has made, after the form has become clean: until then leaving it would ask first. */
export function useMade<T>(made: T | undefined, goOn: (made: T) => void) {
  useEffect(() => {
    if (made !== undefined) goOn(made)
  }, [made])
}
