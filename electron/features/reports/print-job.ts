/** What the command line hands to the Electron that prints for it: a file of HTML in, a file of PDF out. */
export type PrintJob = { readonly documents: readonly { readonly html: string; readonly pdf: string }[] }

/** Stands before the reason of a failure, which Chromium surrounds with messages of its own. */
export const reasonMark = 'print: '
