/**
 * Plain files beside the store: the tokens file, the watching of files that are read again when they
 * change, and the audit log. May block; nothing about what
 * they mean is decided here.
 */
@NullMarked
package io.leeway.files;

import org.jspecify.annotations.NullMarked;
