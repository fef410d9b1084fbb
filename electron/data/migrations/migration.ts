/**
 * One step of the database's structure. `version` rises in tens and becomes `user_version`; a step that has been
 * released is never edited again, a change is a new step.
 */
export type Migration = {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}
