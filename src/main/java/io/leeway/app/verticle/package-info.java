/**
 * The verticles: each owns one core object and one context, passes what it is given to the core and does what the core
 * says. Nothing about the domain is decided here. Batches go from hand to hand on the receiver's context, bounded by the
 * admission of bytes at the intake; small facts go over the event bus ({@link io.leeway.app.verticle.Facts}).
 * In which order they write, and what is left when one of them fails, is told in {@link io.leeway.monitor}.
 */
@NullMarked
package io.leeway.app.verticle;

import org.jspecify.annotations.NullMarked;
