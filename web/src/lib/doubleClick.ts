/** The second click of a double click submits nothing: whoever double-clicks means it once. */
export function submitOnce(): void {
  document.addEventListener(
    'click',
    (event) => {
      if (event.detail > 1 && event.target instanceof Element && event.target.closest('button[type="submit"]')) event.preventDefault()
    },
    true,
  )
}
