/** Characters by value 0…35, as in GB 11714, the GSTIN and the letters of a UNP. */
export const base36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Sum of weight × value over the leading characters; a character outside `alphabet` must not occur. */
export function weightedSum(text: string, weights: readonly number[], alphabet = base36): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0)
}

/** Remainder of a decimal number of any length. */
export function remainder(digits: string, divisor: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0)
}

/** Luhn sum of all digits, the last one counted once; a multiple of 10 if the last digit is the check digit. */
export function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (product > 9 ? product - 9 : product)
  }, 0)
}
