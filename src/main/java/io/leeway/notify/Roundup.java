package io.leeway.notify;

import java.time.Instant;
import java.util.List;

/**
 * Everything a mail about several incidents is made of.
 *
 * @param date when it was decided
 * @param news one of each incident, the worst first
 */
public record Roundup(String messageId, Instant date, List<News> news, Receiver receiver, Receivers receivers) {
    public Roundup {
        news = List.copyOf(news);
    }
}
