import { demo } from './demo'
import { quickCheck } from './quick-check'
import { salvageRead } from './salvage/salvage'
import { verify } from './verify'

export const storageTasks = {
  'storage.demo': demo,
  'storage.quickCheck': quickCheck,
  'storage.salvage': salvageRead,
  'storage.verify': verify,
}
