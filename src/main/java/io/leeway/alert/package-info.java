/**
 * Rules, conditions and the life of an incident. What a window says is an {@link io.leeway.alert.Observation}; a
 * {@link io.leeway.alert.Rule} judges it; the judged windows of an instance, in the order of their time, are its
 * {@link io.leeway.alert.Timeline}; the timelines of a group are its {@link io.leeway.alert.Incident incidents}. All of it
 * is a function of the windows and not of the order in which they arrive. Knows nothing of who is told, of files and of
 * stores.
 */
@NullMarked
package io.leeway.alert;

import org.jspecify.annotations.NullMarked;
