/**
 * Who is told, and when: a tree of {@link io.leeway.routing.Route routes} leads from the labels of an incident to
 * {@link io.leeway.routing.Destination destinations}, each with its hours, waits and escalation. Knows nothing of what has
 * been told already, of mails and of files.
 */
@NullMarked
package io.leeway.routing;

import org.jspecify.annotations.NullMarked;
