/**
 * How several numeric features of a window go together, beside a reference: their means at once, what principal components of
 * the reference leave over, and the correlation of each two. All from sums of products; no row is kept.
 */
@NullMarked
package io.leeway.joint;

import org.jspecify.annotations.NullMarked;
