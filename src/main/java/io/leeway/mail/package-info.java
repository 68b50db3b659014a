/**
 * Mail by Jakarta Mail: letters become messages that a tired person can act on, and leave through a mail server or as
 * files. The only package that knows the mail library. Decides nothing about who is told what.
 */
@NullMarked
package io.leeway.mail;

import org.jspecify.annotations.NullMarked;
