import { ipcMain, MessageChannelMain, type IpcMainInvokeEvent, type MessagePortMain } from 'electron'
import type { Contract } from '@shared/contract/contract'
import type { OutputOf, ParsedOf } from '@shared/contract/define'
import { maximumInput } from '@shared/contract/limits'
import { AppError, type Failure } from '@shared/contract/result'
import { noteRefusal, placeOf } from '../app/security/refusals'
import { isTrustedSender } from '../app/security/sender'
import { attachmentMaximum } from '@shared/features/attachments/attachment'
import { callChannel, connectChannel, dropChannel, pictureChannel } from './channels'

type Shell = Contract['shell']
type MainOperation = { [O in keyof Shell]: O extends 'cancelJob' ? never : O }[keyof Shell]

/** Handlers of the operations that belong to the main process. */
export type MainHandlers = {
  readonly [O in MainOperation]: (
    input: ParsedOf<Shell[O]>,
    event: IpcMainInvokeEvent,
  ) => OutputOf<Shell[O]> | Promise<OutputOf<Shell[O]>>
}

type RouterParts = {
  readonly handlers: MainHandlers
  /** Hands a window's port to the data process; false while there is none. */
  readonly connect: (port: MessagePortMain, window: number) => boolean
  /** Gives a dropped file a token. */
  readonly grantDropped: (path: string) => unknown
  /** Writes a pasted picture to a file and gives that a token. */
  readonly grantPicture: (name: string, bytes: Uint8Array) => unknown
  readonly log: (line: string) => void
}

const longestName = 100
/** Longer than any system's longest path. */
const longestPath = 33_000

const failed = (error: Failure) => JSON.stringify({ ok: false, error })

async function answerHere(
  name: string,
  inputText: string,
  event: IpcMainInvokeEvent,
  handlers: MainHandlers,
) {
  const operation = name.slice('shell.'.length) as MainOperation
  // Schemas are made when the first of them is needed, not before there is a window.
  const { shellContract } = await import('@shared/features/shell/shell.contract')
  const parsed = shellContract[operation].input.safeParse(parsedText(inputText))
  if (!parsed.success) return failed({ code: 'invalid_input' })
  const handler = handlers[operation] as (input: unknown, event: IpcMainInvokeEvent) => unknown
  return JSON.stringify({ ok: true, value: await handler(parsed.data, event) })
}

/** undefined, which no operation takes, for what is no JSON. */
function parsedText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a message may be heard at all; who is not trusted is written down. */
function isHeard({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>, channel: string): boolean {
  const trusted = isTrustedSender(senderFrame)
  const from = addressOf(senderFrame)
  // A page that is just being left still asks for another line; there is nobody any more to be refused.
  if (!trusted && from !== '') noteRefusal(`message on ${channel}`, placeOf(from))
  return trusted
}

function addressOf(frame: IpcMainInvokeEvent['senderFrame']): string {
  try {
    return frame?.url ?? ''
  } catch {
    return ''
  }
}

function isHandledHere(name: string, handlers: MainHandlers): boolean {
  return name.startsWith('shell.') && Object.hasOwn(handlers, name.slice('shell.'.length))
}

/** Registers the only handlers of messages from windows: first who sends, then what, then where it belongs. */
export function registerRouter({ handlers, connect, grantDropped, grantPicture, log }: RouterParts): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!isHeard(event, callChannel)) return failed({ code: 'not_allowed' })
    if (typeof name !== 'string' || typeof input !== 'string') return failed({ code: 'invalid_input' })
    if (name.length > longestName) return failed({ code: 'unknown_operation' })
    if (input.length > maximumInput) return failed({ code: 'input_too_large', params: { max: maximumInput } })
    if (!isHandledHere(name, handlers)) return failed({ code: 'unknown_operation', params: { name } })
    try {
      return await answerHere(name, input, event, handlers)
    } catch (error) {
      if (error instanceof AppError) return failed(error.toFailure())
      log(`${name} failed: ${String(error)}`)
      return failed({ code: 'internal' })
    }
  })
  ipcMain.handle(dropChannel, (event, path: unknown) => {
    if (!isHeard(event, dropChannel) || typeof path !== 'string') return null
    if (path === '' || path.length > longestPath) return null
    return grantDropped(path)
  })
  ipcMain.handle(pictureChannel, (event, name: unknown, bytes: unknown) => {
    if (!isHeard(event, pictureChannel) || typeof name !== 'string' || name.length > longestName) return null
    if (!(bytes instanceof ArrayBuffer) || bytes.byteLength === 0 || bytes.byteLength > attachmentMaximum)
      return null
    try {
      return grantPicture(name, new Uint8Array(bytes))
    } catch (error) {
      log(`a pasted picture could not be kept: ${String(error)}`)
      return null
    }
  })
  // Rows go straight from the data process to the page: through here they would be copied twice and hold up the menu.
  ipcMain.on(connectChannel, (event) => {
    if (!isHeard(event, connectChannel)) return
    const { port1, port2 } = new MessageChannelMain()
    event.senderFrame?.postMessage(connectChannel, null, connect(port1, event.sender.id) ? [port2] : [])
  })
}
