/** A park without accounts has one operator, who has no name. */
export function actorWords(actor: string, operator: string): string {
  return actor === 'operator' ? operator : actor
}
