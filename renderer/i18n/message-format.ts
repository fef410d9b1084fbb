import ICU from 'i18next-icu'

type Parse = (text: string, ...rest: unknown[]) => string

/** Without signs that mean something in an ICU message. */
const plainText = /^[^{}'#]*$/u

/** ICU messages. Most texts have nothing to fill in: they are given back as they are instead of being taken apart. */
export function messageFormat(): InstanceType<typeof ICU> {
  const icu = new ICU({ memoize: true }) as InstanceType<typeof ICU> & { parse: Parse }
  const parse: Parse = icu.parse.bind(icu)
  icu.parse = (text, ...rest) => (plainText.test(text) ? text : parse(text, ...rest))
  return icu
}
