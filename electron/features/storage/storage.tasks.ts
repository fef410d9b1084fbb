import { backup } from './backup'
import { demo } from './demo'
import { verify } from './verify'

export const storageTasks = { 'storage.backup': backup, 'storage.demo': demo, 'storage.verify': verify }
