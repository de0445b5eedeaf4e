export const MOST_CIFS = 10_000

/** The numbers of a pasted list, whatever stands between them. */
export const cifsIn = (text: string) => text.split(/[\s,;]+/).filter((each) => each !== '')
