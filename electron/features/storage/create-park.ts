import { createDatabase } from '../../data/connection'
import type { WritableDb } from '../../data/sql'
import { AppError } from '@shared/contract/result'
import type { Park } from '@shared/features/settings/settings'
import { isTimeZone } from '@shared/kernel/zone'
import { writePark } from '../settings'

/** Makes an empty park in a data folder. Errors: `park_exists`, `time_zone_invalid`, `data_folder_unwritable`, `required`. */
export function createPark(folder: string, park: Park): WritableDb {
  if (!isTimeZone(park.timeZone)) throw new AppError('time_zone_invalid', { value: park.timeZone })
  if (!park.nameZh && !park.nameRu && !park.nameEn) {
    throw new AppError('invalid_input', {}, [{ path: 'nameEn', code: 'required' }])
  }
  return createDatabase(folder, (db) => writePark(db, park))
}
