/** The mark of the program, as in resources/icons/icon.svg; drawn here so that no file is read at start. */
export function Mark() {
  return (
    <svg viewBox="0 0 512 512" width="26" height="26" aria-hidden focusable="false">
      <rect x="16" y="16" width="480" height="480" rx="108" fill="#1f3447" />
      <path d="M104 400V188l96-62v62l96-62v62l112-66v278z" fill="#58aee0" />
      <path d="M160 248h56v56h-56zm112 0h56v56h-56z" fill="#1f3447" />
      <path d="M232 400v-52h48v52z" fill="#e3a64a" />
      <path d="M72 400h368v28H72z" fill="#e5eaf0" />
    </svg>
  )
}
