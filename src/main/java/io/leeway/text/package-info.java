/** What is done with names that people write: patterns of them, and what they meant when they misspelt one. Knows nothing. */
@NullMarked
package io.leeway.text;

import org.jspecify.annotations.NullMarked;
