/** Weights of a logistic regression, the bias first. */
export type Coefficients = readonly number[];

const rounds = 30;

/**
 * Fits P(label = 1) = σ(w₀ + Σ wᵢ·xᵢ) by Newton's method with a ridge on standardised features.
 *
 * @param rows `[examples, features]`
 * @param labels `[examples]`, 0 or 1
 * @throws {Error} where a value is missing or not finite
 */
export function fitLogistic(rows: readonly (readonly number[])[], labels: readonly number[], ridge = 1): Coefficients {
  const width = (rows[0]?.length ?? 0) + 1;
  const odd = rows.findIndex((row) => row.length !== width - 1 || !row.every(Number.isFinite));
  if (odd >= 0) throw new Error(`example ${odd} does not have ${width - 1} finite values: ${rows[odd]!.join(', ')}`);
  const { means, deviations } = moments(rows, width - 1);
  const scaled = rows.map((row) => [1, ...row.map((value, i) => (value - means[i]!) / deviations[i]!)]);
  const weights = new Array<number>(width).fill(0);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : ridge * weight));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge : 0)));
    scaled.forEach((row, example) => {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      row.forEach((value, i) => {
        gradient[i]! += value * (p - labels[example]!);
        row.forEach((other, j) => (hessian[i]![j]! += value * other * p * (1 - p)));
      });
    });
    solve(hessian, gradient).forEach((step, i) => (weights[i]! -= step));
  }
  const own = weights.slice(1).map((weight, i) => weight / deviations[i]!);
  return [weights[0]! - own.reduce((sum, weight, i) => sum + weight * means[i]!, 0), ...own];
}

function moments(rows: readonly (readonly number[])[], width: number): Record<'means' | 'deviations', number[]> {
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const deviations = columns.map((column, i) =>
    Math.sqrt(column.reduce((sum, value) => sum + (value - means[i]!) ** 2, 0) / column.length) || 1,
  );
  return { means, deviations };
}

/** Solves `matrix · x = vector` for a positive definite matrix (Gaussian elimination). */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i]!]);
  const size = vector.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, column) => sum + value * rows[row]![column]!, 0);
    solution[row] = (rows[row]![size]! - known) / rows[row]![row]!;
  }
  return solution;
}
