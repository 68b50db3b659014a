/**
 * The binary form in which Leeway keeps its own values: a writer and a reader of variable-length integers, doubles and
 * texts. Knows no value of the domain; each value writes and reads itself and begins with a version of its own.
 */
@NullMarked
package io.leeway.bytes;

import org.jspecify.annotations.NullMarked;
