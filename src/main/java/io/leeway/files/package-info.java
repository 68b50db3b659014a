/**
 * Plain files beside the store: tokens, certificates and their watching, and the audit log. May block; nothing about what
 * they mean is decided here.
 */
@NullMarked
package io.leeway.files;

import org.jspecify.annotations.NullMarked;
