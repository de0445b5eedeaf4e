/** How a user name may read. */
export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,59}$/

/** `Rina Hapsari` becomes `rina.hapsari`. */
export const usernameOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 60)
