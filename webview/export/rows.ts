/** Rows of a row-major matrix as plain numbers, `[rows][columns]`. */
export function rowsOf(matrix: Float32Array, columns: number): number[][] {
  return Array.from({ length: columns > 0 ? matrix.length / columns : 0 }, (_, row) => [
    ...matrix.subarray(row * columns, (row + 1) * columns),
  ]);
}
