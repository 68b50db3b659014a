/** Arguments, configuration, wiring, start and stop. */
@org.jspecify.annotations.NullMarked
package io.leeway.app;
