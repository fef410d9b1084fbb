import './ui.css'

/** Keys of a shortcut, such as `Ctrl K`. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className="ui-kbd">{children}</kbd>
}
