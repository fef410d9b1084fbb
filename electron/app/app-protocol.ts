import { protocol, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, isAbsolute } from 'node:path'
import { appHost, appScheme } from './origin'
import { contentSecurityPolicy } from './security/csp'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // With a code cache the window's scripts are compiled only the first time they are started.
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** The file an address means, or undefined for anything outside the folder or of a kind that is not served. */
export function fileOf(address: string, folder: string): string | undefined {
  let path: string
  try {
    const url = new URL(address)
    if (url.protocol !== `${appScheme}:` || url.host !== appHost) return undefined
    path = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  const file = join(folder, path)
  const inside = relative(folder, file)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside) || path.includes('\0')) return undefined
  return Object.hasOwn(types, extname(file)) ? file : undefined
}

const notFound = () => new Response(null, { status: 404 })

async function answer(address: string, folder: string): Promise<Response> {
  const file = fileOf(address, folder)
  if (!file) return notFound()
  let body: Buffer
  try {
    body = await readFile(file)
  } catch {
    return notFound()
  }
  const headers = new Headers({
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  if (extname(file) !== '.html') return new Response(new Uint8Array(body), { headers })
  const nonce = randomBytes(16).toString('base64')
  headers.set('content-security-policy', contentSecurityPolicy(nonce))
  return new Response(body.toString('utf8').replaceAll('__NONCE__', nonce), { headers })
}

/** Serves the built window from `folder` and nothing beside it. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, (request) => answer(request.url, folder))
}
