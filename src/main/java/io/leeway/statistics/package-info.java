/**
 * Measures, tests, intervals and distributions: pure mathematics on counts and summaries. A result that does not exist is
 * absent, never NaN. Knows nothing of models, windows or time.
 *
 * <p>Throughout, a window of {@code n} rows stands beside a reference of {@code m}; {@code w} and {@code r} are their shares of
 * the same bins. Logarithms are natural unless said otherwise. What is assumed of rows (that they err apart, or in blocks) is
 * said where it matters. To be read in this order, each against the source it names:
 *
 * <ol>
 *   <li><b>How far apart</b>, without a verdict: {@link io.leeway.statistics.PopulationStability},
 *       {@link io.leeway.statistics.JensenShannon}, {@link io.leeway.statistics.Hellinger},
 *       {@link io.leeway.statistics.LargestDifference}, {@link io.leeway.statistics.Wasserstein}; and with the p-value of no change
 *       at all {@link io.leeway.statistics.KolmogorovSmirnov}, {@link io.leeway.statistics.ChiSquared}.
 *   <li><b>Whether by more than is tolerated</b>: {@link io.leeway.statistics.MergedCounts} and
 *       {@link io.leeway.statistics.OwnNoise} make up {@link io.leeway.statistics.PsiTest}, whose laws are
 *       {@link io.leeway.statistics.NoncentralChiSquared} and {@link io.leeway.statistics.NoncentralF}; rates have
 *       {@link io.leeway.statistics.RateTest} with its {@link io.leeway.statistics.DesignEffect}, numbers of rows
 *       {@link io.leeway.statistics.VolumeTest}. {@link io.leeway.statistics.BenjaminiHochberg} judges many at once.
 *   <li><b>How surely known</b>: {@link io.leeway.statistics.Bounds} of an {@link io.leeway.statistics.Estimate}, from
 *       {@link io.leeway.statistics.Wilson} for shares, {@link io.leeway.statistics.MeanInterval} for means,
 *       {@link io.leeway.statistics.ConfusionBounds}, {@link io.leeway.statistics.RocCurve} and
 *       {@link io.leeway.statistics.ClassTable} for what classifiers do, {@link io.leeway.statistics.BlockJackknife} where rows err
 *       in blocks, and {@link io.leeway.statistics.Difference} for two of them.
 * </ol>
 */
@NullMarked
package io.leeway.statistics;

import org.jspecify.annotations.NullMarked;
