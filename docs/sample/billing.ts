/**
 * Calculates the total price of all items in the cart.
 * The discount is applied before the tax is added.
 *
 * @param items The items that the user has selected.
 * @param taxRate The tax rate as a fraction, for example `0.19`.
 */
export function totalPrice(items: readonly Item[], taxRate: number): number {
  // Skip the items that are no longer available.
  const available = items.filter((item) => item.stock > 0);

  // Returns zero if the cart is empty.
  if (available.length === 0) return 0;

  const net = available.reduce((sum, { price, discount }) => sum + price - discount, 0);

  // Round the result to two decimal places, because the payment
  // service does not accept more than two.
  return Math.round(net * (1 + taxRate) * 100) / 100;
}

/** An item in the cart. */
export interface Item {
  /** The price in the currency of the user. */
  readonly price: number;
  /** The amount that is subtracted from the price. */
  readonly discount: number;
  /** The number of items that can be delivered today. */
  readonly stock: number;
}
