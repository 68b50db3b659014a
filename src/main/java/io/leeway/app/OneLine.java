package io.leeway.app;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %line}: a message of the log on one line, whatever the names in it. Only a time of ours begins an event. */
public final class OneLine extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return visible(super.convert(event));
    }

    /** Line ends, controls and characters that turn or hide the text around them, written as {@code \}{@code u000A}. */
    static String visible(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(unit -> {
            if (harmless((char) unit)) {
                line.append((char) unit);
            } else {
                line.append(String.format("\\u%04X", unit));
            }
        });
        return line.toString();
    }

    private static boolean harmless(char unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
