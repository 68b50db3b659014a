/**
 * What happened: predictions and labels of one model, in columns. A batch holds no object per value; texts are codes
 * into a dictionary of the batch, ids stand in one array of bytes. Knows nothing of how it arrived or what it is for.
 */
@NullMarked
package io.leeway.event;

import org.jspecify.annotations.NullMarked;
