let wanted = false

/** Whether the sign-in asks for a name although somebody has locked the window: another person takes over. */
export function isSomebodyElse(): boolean {
  return wanted
}

/** Another person takes over, or somebody has signed in and nobody does any more. */
export function expectSomebodyElse(expected: boolean): void {
  wanted = expected
}
