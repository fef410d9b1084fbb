/** The mark of the program: plots of a park around its road. Drawn here so that it needs no file at start. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden focusable="false">
      <rect width="24" height="24" rx="6" fill="var(--navigation-accent)" />
      <path d="M5 19V8.5l4.5-3v3l4.5-3v3l5-3V19z" fill="var(--navigation)" />
      <path d="M8 12h2.5v2.5H8zm5 0h2.5v2.5H13z" fill="var(--navigation-accent)" />
    </svg>
  )
}
