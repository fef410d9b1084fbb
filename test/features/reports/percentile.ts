/**
 * Percentile by linear interpolation between the closest ranks, as Excel's PERCENTILE.INC.
 *
 * @param sorted values in ascending order
 * @param fraction 0…1 (0.5 is the median)
 * @returns undefined when there is no value
 */
export function percentile(sorted: readonly number[], fraction: number): number | undefined {
  const rank = (sorted.length - 1) * fraction
  const below = sorted[Math.floor(rank)]
  const above = sorted[Math.ceil(rank)]
  if (below === undefined || above === undefined) return undefined
  return below + (above - below) * (rank - Math.floor(rank))
}
