import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, session, type Session } from 'electron'
import { AppError } from '@shared/contract/result'
import { confineNavigation } from './security/navigation'
import { guardedPreferences } from './security/preferences'
import { noteRefusal, placeOf } from './security/refusals'
import { confineSession } from './security/session'
import { fontFiles, fontFolder, fontWeights } from '../platform/fonts'

/** Stands in a document where the nonce of its style elements goes. */
export const noncePlaceholder = '__NONCE__'

/** The scheme must be registered as standard and secure before the application is ready. */
export const printOrigin = 'app://print'

const timeLimit = 60_000
const servedFonts = new Set(
  fontFiles.flatMap(({ file }) => fontWeights.map((weight) => `/fonts/${file}-${weight}.woff`)),
)
const pages = new Map<string, { readonly html: string; readonly nonce: string }>()

let isolated: Session | undefined

/**
 * Prints an HTML document to PDF in a hidden window that has no script, no network, no files but the fonts of
 * documents, and nothing of the application.
 *
 * @param html a whole document; its style elements carry `nonce="__NONCE__"`, fonts are at `/fonts/<file>`
 * @throws AppError `printing_failed`
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  const path = `/${randomUUID()}`
  const nonce = randomBytes(16).toString('base64')
  pages.set(path, { html: html.replaceAll(noncePlaceholder, nonce), nonce })
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...guardedPreferences(), session: printSession() },
  })
  confineNavigation(window.webContents, () => false)
  try {
    return await Promise.race([printed(window, `${printOrigin}${path}`), failure(window)])
  } catch (error) {
    throw new AppError('printing_failed', { detail: error instanceof Error ? error.message : String(error) })
  } finally {
    pages.delete(path)
    window.destroy()
  }
}

async function printed(window: BrowserWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url)
  // A document printed before its fonts are there would be set in whatever the system has.
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
  return await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/** Never fulfilled; rejected when the window dies or takes too long. */
async function failure(window: BrowserWindow): Promise<never> {
  return await new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timed out')), timeLimit)
    window.webContents.on('render-process-gone', (_event, details) => reject(new Error(details.reason)))
    window.once('closed', () => clearTimeout(timer))
  })
}

/** A session in memory with one origin and nothing else to reach. */
function printSession(): Session {
  if (isolated !== undefined) return isolated
  isolated = session.fromPartition('print', { cache: false })
  isolated.protocol.handle('app', async (request) => await respond(new URL(request.url)))
  confineSession(isolated)
  // Narrower than any other session's: not even other files of the program.
  isolated.webRequest.onBeforeRequest(({ url }, callback) => {
    const isOwn = url.startsWith(`${printOrigin}/`)
    if (!isOwn) noteRefusal('request of a document', placeOf(url))
    callback({ cancel: !isOwn })
  })
  return isolated
}

async function respond(url: URL): Promise<Response> {
  const page = pages.get(url.pathname)
  if (page !== undefined) {
    const policy = `default-src 'none'; style-src 'nonce-${page.nonce}'; font-src ${printOrigin}/fonts/`
    return new Response(page.html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    })
  }
  if (!servedFonts.has(url.pathname)) return new Response(null, { status: 404 })
  const font = await readFile(join(fontFolder(), url.pathname.replace('/fonts/', '')))
  return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff' } })
}
