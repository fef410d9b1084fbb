/** Whether the program was started with a command. */
export function isCommandLine(_argv: readonly string[]): boolean {
  return false
}
export async function runCommandLine(_argv: readonly string[], _env: Record<string, string>): Promise<void> {}
