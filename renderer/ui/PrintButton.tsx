import { Button } from 'antd'
import { Printer } from 'lucide-react'
import { api } from '../api/client'
import { useNotify } from './notify'

/** Prints what the window shows; `children` says so in the words of its screen. */
export function PrintButton({ children }: { readonly children: string }) {
  const notify = useNotify()
  return (
    <Button
      icon={<Printer size={16} strokeWidth={1.6} aria-hidden />}
      onClick={() => void api.shell.print({}).catch(notify.failed)}
    >
      {children}
    </Button>
  )
}
