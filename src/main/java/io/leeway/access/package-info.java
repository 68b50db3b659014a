/**
 * Who may do what: tokens, what they allow, and the record of administrative acts. Decides only; files, cookies and headers
 * are the affair of others.
 *
 * <p>A token is 256 bits of chance, so one SHA-256 over a salt and the token is enough to store it by: there is nothing to
 * guess that a slow password hash (RFC 9106) would protect, and a fast one can be checked at every request. The salt is there
 * so that the same token in two files cannot be told from its hashes.
 */
@NullMarked
package io.leeway.access;

import org.jspecify.annotations.NullMarked;
