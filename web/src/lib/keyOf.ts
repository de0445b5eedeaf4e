/** How a key may read: 3 to 40 small letters, digits and hyphens, a letter first. */
export const KEY = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/

/** `Loket Sabtu (WITA)` becomes `loket-sabtu-wita`. */
export const keyOf = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
