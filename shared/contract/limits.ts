/** Longest input text of any operation, in UTF-16 units. */
export const maximumInput = 1_000_000
