/* The segments in their order, from best to worst. */
export const SEGMENTS = ['CHAMPION', 'LOYAL', 'POTENTIAL', 'AT_RISK', 'LOST', 'HIBERNATING'] as const
