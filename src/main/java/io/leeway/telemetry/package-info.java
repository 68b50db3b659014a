/** Our own health as Micrometer meters. Knows what is counted, and nothing of how it is done. */
@NullMarked
package io.leeway.telemetry;

import org.jspecify.annotations.NullMarked;
