/**
 * What to tell whom and when: {@link io.leeway.notify.AlertDesk} turns changed windows into incidents and mails and puts
 * all of it into one commit; {@link io.leeway.notify.Outbox} delivers what has been committed. Nothing is sent that has
 * not been decided and stored before. Knows no mail library: a mail is bytes, and a mail server stands behind the
 * {@link io.leeway.notify.Mailer} port.
 */
@NullMarked
package io.leeway.notify;

import org.jspecify.annotations.NullMarked;
