import { useEffect, useState } from 'react'
import type { RegisterName } from '@shared/kernel/registers'
import { featuresAffected } from '../../api/dependants'
import { onEvent } from '../../api/client'

/** A number that grows whenever the rows of a register may have changed. */
export function useRevision(register: RegisterName): number {
  const [revision, setRevision] = useState(0)
  useEffect(() => {
    const grow = () => setRevision((number) => number + 1)
    const stopChanged = onEvent('changed', ({ registers }) => {
      if (featuresAffected(registers).includes(register)) grow()
    })
    const stopRestarted = onEvent('dataRestarted', grow)
    return () => {
      stopChanged()
      stopRestarted()
    }
  }, [register])
  return revision
}
