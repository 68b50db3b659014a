/**
 * What is watched: models, their task, features, windows and settings, and every check of them. Knows no file format and
 * no transport; a setting that cannot be is a {@link io.leeway.catalog.Problem} with a sentence that says what to do.
 */
@NullMarked
package io.leeway.catalog;

import org.jspecify.annotations.NullMarked;
