/**
 * Whether what arrives still looks like what the model was built on: baselines, the figures of a window against one, and
 * the verdict. Knows no store, no transport and no time but what it is given.
 *
 * <p>How a closed window of {@code n} rows is judged against a reference of {@code m}:
 *
 * <ol>
 *   <li>{@link io.leeway.drift.WindowComparison} collects, column by column, the {@link io.leeway.drift.Evidence}: counts of values
 *       on the reference's bins ({@link io.leeway.drift.ValueEvidence}), and apart from them the shares of values that are
 *       missing, of a wrong type, out of range or in a new category ({@link io.leeway.drift.RateEvidence}), one value that is
 *       repeated, and the number of rows. Below {@link io.leeway.drift.Evidence#LEAST_ROWS} rows on a side there is an
 *       obstacle in place of a test.
 *   <li>Where the reference has windows of its own, each is held against the rest of it: by how much they differ beyond sampling
 *       is the feature's own noise ({@link io.leeway.drift.BinOrder#noise}), which widens the law of every test.
 *   <li>Each piece of evidence becomes a test with a p-value of "no more than tolerated": values
 *       {@link io.leeway.statistics.PsiTest}, rates {@link io.leeway.statistics.RateTest}, rows
 *       {@link io.leeway.statistics.VolumeTest}. Each says what it assumes and where it comes from.
 *   <li>{@link io.leeway.drift.Judge} makes all tests of the window one family (Benjamini, Hochberg 1995) at level
 *       {@link io.leeway.drift.JudgeSettings#alpha}. With R of F tests rejected each is held against
 *       {@code alpha max(R, 1) / F}; its {@link io.leeway.drift.Finding#score} is the evidence over the critical value at that level,
 *       so it is above 1 exactly where the test is rejected.
 *   <li>A feature has drifted where any of its tests is rejected, is undecided where it has none, and else is stable
 *       ({@link io.leeway.drift.FeatureVerdict}). Where its values went is said by {@link io.leeway.drift.MovedBin}.
 * </ol>
 *
 * <p>What a window, a profile and its bins are is said in {@code io.leeway.profile} and {@code io.leeway.sketch}; to check the
 * statistics it is enough to take them as counts.
 */
@NullMarked
package io.leeway.drift;

import org.jspecify.annotations.NullMarked;
