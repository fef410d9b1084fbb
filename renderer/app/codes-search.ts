/** What the address of the code lists keeps: the list that is shown; the screen knows which there are. */
export type CodesSearch = { readonly list?: string }

/** Takes what an address may hold. */
export function codesSearch(raw: Record<string, unknown>): CodesSearch {
  return typeof raw['list'] === 'string' ? { list: raw['list'] } : {}
}
