/** Scheme and host of every page of the program. */
export const appScheme = 'app'
export const appHost = 'parkdesk'

/** Origin of every page of the program. */
export const appOrigin = `${appScheme}://${appHost}`
