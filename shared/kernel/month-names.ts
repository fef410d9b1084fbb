/** English and Russian names of the months as they stand in dates; forms of one month share its stem. */
const stems = [
  /^(?:jan(?:uary)?|янв(?:ар[ья])?)$/u,
  /^(?:feb(?:ruary)?|фев(?:р(?:ал[ья])?)?)$/u,
  /^(?:mar(?:ch)?|мар(?:т|та)?)$/u,
  /^(?:apr(?:il)?|апр(?:ел[ья])?)$/u,
  /^(?:may|ма[йя])$/u,
  /^(?:june?|июн[ья]?)$/u,
  /^(?:july?|июл[ья]?)$/u,
  /^(?:aug(?:ust)?|авг(?:уст|уста)?)$/u,
  /^(?:sept?(?:ember)?|сен(?:т(?:ябр[ья])?)?)$/u,
  /^(?:oct(?:ober)?|окт(?:ябр[ья])?)$/u,
  /^(?:nov(?:ember)?|ноя(?:б(?:р[ья])?)?)$/u,
  /^(?:dec(?:ember)?|дек(?:абр[ья])?)$/u,
]

/** Number 1…12 of a month by its lower-case English or Russian name, full or shortened, without a full stop. */
export function monthByName(name: string): number | undefined {
  const index = stems.findIndex((stem) => stem.test(name))
  return index < 0 ? undefined : index + 1
}
