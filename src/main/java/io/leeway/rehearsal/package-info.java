/**
 * Tests of rules and of mails. A {@link io.leeway.rehearsal.Script} is one file; each of its
 * {@link io.leeway.rehearsal.Scenario scenarios} gives windows and {@link io.leeway.rehearsal.Event events} at their times,
 * and claims what follows. A {@link io.leeway.rehearsal.Rehearsal} plays it on a {@link io.leeway.rehearsal.Stage}, which is
 * the evaluator, the routing and the outbox of the service itself on a store in memory and a clock that goes from one thing
 * that is due to the next; only the {@link io.leeway.rehearsal.Letterbox mail server} is not real. What differs from the
 * claims is told with its place. Knows no other clock, no network and no model.
 */
@NullMarked
package io.leeway.rehearsal;

import org.jspecify.annotations.NullMarked;
