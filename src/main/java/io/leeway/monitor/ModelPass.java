package io.leeway.monitor;

import io.leeway.cause.LossReport;
import io.leeway.state.Changes;
import java.util.Iterator;
import java.util.Optional;

/**
 * What is to be reported of a model: the windows that are due, and those that its new references compare anew. It can be laid
 * down behind any window and taken up again; what lanes commit meanwhile is for the pass behind it.
 *
 * @param due each once, in their order
 */
record ModelPass(
        ToReport toReport,
        References references,
        WindowSums sums,
        Detecting detecting,
        Iterator<WindowKey> due,
        ChangedReferences compared) {

    KnownModel model() {
        return references.model();
    }

    /** The next window to report; empty behind the last. */
    Optional<WindowKey> next() {
        return due.hasNext() ? Optional.of(due.next()) : compared.next();
    }

    /** Notes how far it has come, to go on from there even after a crash: what was due is looked for again. */
    void laidDown(Changes changes) {
        if (!due.hasNext()) {
            compared.laidDown(changes);
        }
    }

    /**
     * How many columns a report compares: what it costs. A part that was looked at for lost performance counts as one, and
     * a report of nothing as one.
     */
    int columns(WindowReport report) {
        int compared = Columns.of(model().definition()).size()
                * model().definition().settings().watching().references().size();
        return Math.max(1, compared)
                + report.insights().losses().map(LossReport::candidates).orElse(0);
    }
}
