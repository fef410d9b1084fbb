// The content security policy forbids generated code; without this zod tries it once and the attempt is reported. It
// stands where zod looks for its settings, because zod itself is only read by the screens that need it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
