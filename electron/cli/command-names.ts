/** Names of all commands; a program started with one of them opens no window. */
export const commandNames = [
  'init',
  'import',
  'report',
  'export',
  'search',
  'backup',
  'restore',
  'verify',
  'demo',
  'accounts',
  'recover',
  'deadline',
]
