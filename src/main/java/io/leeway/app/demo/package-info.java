/**
 * The demonstration: four months of real flights sent through the real HTTP interface in the order in which they happened,
 * on a clock that the demonstration moves, and what came of it in words.
 */
@NullMarked
package io.leeway.app.demo;

import org.jspecify.annotations.NullMarked;
