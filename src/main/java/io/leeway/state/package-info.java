/**
 * The port of durable state: named tables of bytes with ordered keys, changed by atomic commits. All that the service
 * must remember stands behind it. Knows no disk and no value of the domain.
 */
@NullMarked
package io.leeway.state;

import org.jspecify.annotations.NullMarked;
