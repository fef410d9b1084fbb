import { useState } from 'react'
import type { FieldProblem } from '@shared/contract/result'
import type { Details } from '@shared/features/details/details.contract'
import { contentChanges } from '@shared/features/details/changes'
import { refusedProblems } from '@shared/features/details/findings'
import { emptyContent, type PartName } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import { api, failureOf } from '../../api/client'
import { errorWords } from '../../i18n/errors'
import { asContent, type DetailsReading } from './raw-details'
import type { DetailsFormState } from './use-details-form'

/** What somebody else has stored while the form was open. */
export type Clash = { readonly theirs: Details; readonly mine: DetailsReading; readonly close: boolean }

type Parts = {
  readonly id: string
  readonly part: PartName
  readonly form: DetailsFormState
  readonly onSaved: (close: boolean) => void
}

function sent(part: PartName, id: string, version: number, { content }: DetailsReading): Promise<Details> {
  const { head } = content
  const linesOf = (list: string) =>
    (content.lines[list] ?? []).map(({ line, values }) => ({ line, values: { ...values } }))
  const lines = Object.fromEntries(parts[part].lists.map(({ name }) => [name, linesOf(name)]))
  const input = { id, version, head: { ...head }, lines }
  if (part === 'declaration') return api.details.saveDeclaration(input)
  return part === 'shipment' ? api.details.saveShipment(input) : api.details.saveMatter(input)
}

/** Whether two answers hold the same, whatever else of the request has changed. */
function isSame(part: PartName, one: Details, other: Details): boolean {
  const spec = parts[part]
  const [old, now] = [one.content ?? emptyContent(spec), other.content ?? emptyContent(spec)]
  return other.part === part && Object.keys(contentChanges(spec, old, now)).length === 0
}

/** Saving of a part: what is wrong with it, whether it is on its way, what somebody else has stored meanwhile. */
export function useSavingDetails({ id, part, form, onSaved }: Parts) {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [clash, setClash] = useState<Clash | null>(null)

  const store = async (mine: DetailsReading, version: number, close: boolean) => {
    setBusy(true)
    try {
      const outcome = await storedOrMet(part, id, form, { mine, version })
      if ('theirs' in outcome) return setClash({ theirs: outcome.theirs, mine, close })
      await form.keeper.discard()
      form.goOnFrom(outcome.saved)
      onSaved(close)
    } catch (error) {
      const { fields = [], ...rest } = failureOf(error)
      setProblems(fields.map((field) => ({ ...field, path: mine.inForm(field.path) })))
      setFailure(errorWords(rest))
    } finally {
      setBusy(false)
    }
  }

  const save = async (close: boolean) => {
    if (busy) return
    const reading = form.read()
    const found = [...reading.problems, ...refusedIn(part, reading)]
    setFailure(null)
    setProblems(found)
    if (found.length === 0) await store(reading, form.base.version, close)
  }

  return {
    problems,
    failure,
    busy,
    clash,
    save,
    /** Stores what the form holds over what somebody else has stored, or goes back to the form. */
    settle: async (keepMine: boolean) => {
      setClash(null)
      if (clash !== null && keepMine) await store(clash.mine, clash.theirs.version, clash.close)
    },
  }
}

/** What the rules refuse, at its place in the form. */
function refusedIn(part: PartName, reading: DetailsReading): FieldProblem[] {
  return refusedProblems(part, asContent(reading)).map((problem) => ({
    ...problem,
    path: reading.inForm(problem.path),
  }))
}

type Outcome = { readonly saved: Details } | { readonly theirs: Details }

/** Stores a part, also where only something else of its request has changed meanwhile; else what somebody else stored. */
async function storedOrMet(
  part: PartName,
  id: string,
  { base }: DetailsFormState,
  { mine, version }: { readonly mine: DetailsReading; readonly version: number },
): Promise<Outcome> {
  try {
    return { saved: await sent(part, id, version, mine) }
  } catch (error) {
    if (failureOf(error).code !== 'changed_meanwhile') throw error
    const theirs = await api.details.get({ id })
    const isOlderDraft = base.version !== base.details.version
    if (isOlderDraft || !isSame(part, base.details, theirs)) return { theirs }
    return { saved: await sent(part, id, theirs.version, mine) }
  }
}
