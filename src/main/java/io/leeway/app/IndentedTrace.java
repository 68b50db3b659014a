package io.leeway.app;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.CoreConstants;
import java.util.stream.Collectors;

/** {@code %trace}: an exception with each of its lines indented, so that none of them passes for an event of its own. */
public final class IndentedTrace extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(thrown)
                .lines()
                .map(line -> "    " + OneLine.visible(line.replace("\t", "    ")) + CoreConstants.LINE_SEPARATOR)
                .collect(Collectors.joining());
    }
}
