import { z } from 'zod'
import { languages } from './language'

/** One of the languages of the program. */
export const languageSchema = z.enum(languages)
