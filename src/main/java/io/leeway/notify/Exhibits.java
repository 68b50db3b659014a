package io.leeway.notify;

import io.leeway.alert.Incident;
import java.util.Optional;

/** Where the histories and histograms behind an incident are found. */
@FunctionalInterface
public interface Exhibits {
    /** There is nothing to show. */
    Exhibits NONE = incident -> Optional.empty();

    Optional<Exhibit> of(Incident incident);
}
