package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.leeway.HostileNames;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The log as the service writes it, by the configuration it is shipped with. */
class LogLinesTest {
    private static final String EVENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*";
    private static final String INVISIBLE = ".*[\\p{Cntrl}\\p{Cf}\u0085\u2028\u2029].*";

    private final Logger logger = (Logger) LoggerFactory.getLogger(LogLinesTest.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anEventIsOneLineWhateverIsInIt(long seed) {
        for (String name : HostileNames.all(seed)) {
            String[] lines = logged(name, null).split("\n", -1);
            assertThat(lines).as("seed %d: %s", seed, name).hasSize(2);
            assertThat(lines[0]).matches(EVENT).doesNotMatch(INVISIBLE).contains("model ");
            assertThat(lines[1]).isEmpty();
        }
    }

    @Test
    void noLineOfAnExceptionPassesForAnEvent() {
        for (String name : HostileNames.all(1)) {
            Exception failure = new IllegalStateException(name, new IllegalArgumentException("inside " + name));
            String[] lines = logged("m", failure).split("\n");
            assertThat(lines).hasSizeGreaterThan(3);
            assertThat(lines[0]).matches(EVENT);
            assertThat(lines).as(name).filteredOn(line -> line.matches(EVENT)).hasSize(1);
            assertThat(lines).as(name).noneMatch(line -> line.matches(INVISIBLE));
        }
    }

    private String logged(String name, @Nullable Exception failure) {
        ILoggingEvent event = new LoggingEvent("x", logger, Level.WARN, "model {} waits", failure, new Object[] {name});
        ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>) ((Logger) LoggerFactory.getLogger("ROOT")).getAppender("console");
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
