/** What marks a field whose text is nothing that it takes; a form that holds one is not submitted. */
export const UNREADABLE = 'data-unreadable'
