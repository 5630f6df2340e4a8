const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * A number digit by digit in words, for texts that are to take their time: numbers are protected, and sentences that differ
 * in what is protected alone are decoded once.
 */
export function spelled(number: number): string {
  return Array.from(String(number), (digit) => digits[Number(digit)]).join(' ');
}
