/**
 * Links in mails by which their readers can do something: signed, for a while, for one thing each. A link shows who may as a
 * token does, so whoever has the mail has the link. Knows neither mails nor HTTP.
 */
@NullMarked
package io.leeway.links;

import org.jspecify.annotations.NullMarked;
