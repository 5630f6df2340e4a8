/** How numbers are written. No DOM. */

/** `−0.123`: the sign is a minus, not a hyphen, and zero has none. */
export function formatNumber(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** `12.3 %`; what is there but too little to be told in tenths is `< 0.1 %`. */
export function formatShare(share: number): string {
  return share > 0 && share < 0.0005 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`;
}
