/**
 * The proof of what verdicts claim: how often a window alarms in which nothing changed, and how much of a change is found
 * how soon. Rows are drawn or read, counted, compared and judged by the code that does it in the service; beside it stand
 * rules of thumb on the same windows. {@link io.leeway.proof.Proof} makes the tables; the tests hold what they show.
 */
@NullMarked
package io.leeway.proof;

import org.jspecify.annotations.NullMarked;
