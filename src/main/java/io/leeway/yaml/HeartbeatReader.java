package io.leeway.yaml;

import io.leeway.notify.Heartbeat;
import java.time.LocalTime;
import java.util.Optional;

/** Reads how the service shows that it is alive. */
final class HeartbeatReader {
    private HeartbeatReader() {}

    static Heartbeat heartbeat(Section section) {
        section.only("to", "at", "ping_url_file");
        return new Heartbeat(
                section.text("to").map(Text::value),
                section.text("at").flatMap(HeartbeatReader::time).orElse(Heartbeat.NONE.at()),
                section.text("ping_url_file").map(Text::value));
    }

    private static Optional<LocalTime> time(Text text) {
        if (text.value().matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            return Optional.of(LocalTime.parse(text.value()));
        }
        text.problem("a time of the day in UTC is needed, such as \"08:00\" in quotes, not " + text.value());
        return Optional.empty();
    }
}
