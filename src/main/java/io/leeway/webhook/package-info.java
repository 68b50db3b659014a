/** The other way out: what is told goes to an HTTP address too, signed, through the same outbox. */
@NullMarked
package io.leeway.webhook;

import org.jspecify.annotations.NullMarked;
