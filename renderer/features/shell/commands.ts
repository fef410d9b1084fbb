import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import type { MenuCommand } from '@shared/contract/events'
import { api, onEvent } from '../../api/client'
import { carryOutOnScreen } from '../../api/commands'
import { leave } from '../../api/session'
import { useNotify } from '../../ui'
import { isTextField } from '../../ui/text-field'
import { useOffered } from './use-offered'
import { commandOfKeys } from './shortcuts'

type Layers = { readonly find: () => void; readonly shortcuts: () => void }

/** The form for a new record of the register that is open; anywhere else, of a request. */
function newRecordPath(pathname: string) {
  if (pathname.startsWith('/tenants')) return '/tenants/new'
  return pathname.startsWith('/incidents') ? '/incidents/new' : '/requests/new'
}

/** Carries out commands, whether the menu, a shortcut or the find box gives them; answers how to give one. */
export function useShellCommands(layers: Layers): (command: MenuCommand) => void {
  const navigate = useNavigate()
  const router = useRouter()
  const client = useQueryClient()
  const notify = useNotify()
  const isOffered = useOffered()

  const carryOut = useCallback(
    (command: MenuCommand) => {
      if (carryOutOnScreen(command)) return
      // Keys and the menu are there for everybody.
      if (!isOffered(command)) return
      switch (command) {
        case 'newRequest':
          return void navigate({ to: '/requests/new' })
        case 'newRecord':
          return void navigate({ to: newRecordPath(router.state.location.pathname) })
        case 'find':
          return layers.find()
        case 'shortcuts':
          return layers.shortcuts()
        case 'refresh':
          return void client.invalidateQueries()
        case 'print':
          return void api.shell.print({}).catch(notify.failed)
        case 'lock':
          return void leave('lock').catch(notify.failed)
        case 'save':
        case 'export':
          // Only a form can save and only a register or a report can be exported; elsewhere there is nothing to do.
          return
        default:
          return void navigate({ to: `/${command}` })
      }
    },
    [client, isOffered, layers, navigate, notify, router],
  )

  useEffect(() => onEvent('menu', ({ command }) => carryOut(command)), [carryOut])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const command = commandOfKeys(event, isTextField(event.target))
      if (command === undefined) return
      event.preventDefault()
      if (command === 'back') router.history.back()
      else if (command === 'forward') router.history.forward()
      else carryOut(command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [carryOut, router])

  return carryOut
}
