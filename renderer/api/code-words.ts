import { useSyncExternalStore } from 'react'
import { labelIn, type CodeLabels } from '@shared/features/codes/code'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { KnownCode } from '@shared/features/codes/codes.contract'
import type { Language } from '@shared/kernel/language'
import { api, onEvent } from './client'

/** Most codes one question may name. */
const atOnce = 200

/** What codes mean, as far as it has been asked; null where nothing is known of one. */
const known = new Map<string, CodeLabels | null>()
const wanted = new Map<CodebookName, Set<string>>()
const listeners = new Set<() => void>()
let revision = 0

const keyOf = (list: CodebookName, code: string) => `${list} ${code}`

function tell(): void {
  revision += 1
  for (const listener of listeners) listener()
}

onEvent('changed', ({ registers }) => {
  if (!registers.includes('codes')) return
  known.clear()
  tell()
})

/** A code below one that is known means what that one does. */
function labelsOf({ entry, standing, path }: KnownCode): CodeLabels | null {
  if (entry !== null) return entry.labels
  return standing === 'below' ? (path.at(-1)?.labels ?? null) : null
}

async function learn(list: CodebookName, codes: readonly string[]): Promise<void> {
  try {
    const answers = await api.codes.labels({ list, codes: [...codes] })
    codes.forEach((code, index) => {
      const answer = answers[index]
      known.set(keyOf(list, code), answer === undefined ? null : labelsOf(answer))
    })
  } catch {
    // The code itself is shown until the lists change or the window is opened anew.
    for (const code of codes) known.set(keyOf(list, code), null)
  }
  tell()
}

/** Asks for everything wanted since the last time, list by list. */
function askWanted(): void {
  for (const [list, codes] of wanted) {
    const all = [...codes]
    for (let from = 0; from < all.length; from += atOnce) void learn(list, all.slice(from, from + atOnce))
  }
  wanted.clear()
}

function want(list: CodebookName, code: string): void {
  if (wanted.size === 0) queueMicrotask(askWanted)
  const codes = wanted.get(list) ?? new Set<string>()
  wanted.set(list, codes.add(code))
}

function follow(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * What a code means; undefined while it is being asked for and where nothing is known of it. Whoever shows it calls
 * `useCodeWords` and so shows the answer when it has come. However many codes a screen shows, each list is asked once.
 */
export function codeMeaning(list: CodebookName, code: string, language: Language): string | undefined {
  const labels = known.get(keyOf(list, code))
  if (labels === undefined) want(list, code)
  return labels == null ? undefined : labelIn(labels, language).text
}

/** Draws a component anew when more is known of what codes mean. */
export function useCodeWords(): void {
  useSyncExternalStore(follow, () => revision)
}
