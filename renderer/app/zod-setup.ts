import { config } from 'zod/v4/core'

// The content security policy forbids generated code; without this zod tries it once and the attempt is reported.
config({ jitless: true })
