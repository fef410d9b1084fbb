import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import { inProject, root } from './paths.mjs'

/** The environment in which the project's own Node and tools come first on the path. */
export const toolEnvironment = (extra = {}) => ({
  ...process.env,
  PATH: `${inProject('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  ...extra,
})

/**
 * Runs a program to its end and passes on the signals that ask this process to stop.
 * Resolves to its exit status (128 + n when signal n ended it) and, with `capture`, to what it wrote on both streams.
 * A program that outlives `timeout` (milliseconds) is killed; one that cannot be started has the status 127.
 */
export function run(command, args, { cwd = root, env, capture = false, stdio, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: stdio ?? (capture ? ['ignore', 'pipe', 'pipe'] : 'inherit'),
      timeout,
      killSignal: 'SIGKILL',
    })
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const end = (status) => {
      for (const signal of signals) process.off(signal, pass)
      resolve({ status, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Runs npm with the Node it was installed for, which may be another than the project's. */
export function npm(args, options) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  return script && node && /npm-cli\.[cm]?js$/.test(script)
    ? run(node, [script, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}
