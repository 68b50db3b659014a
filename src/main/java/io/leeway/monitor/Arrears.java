package io.leeway.monitor;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.series.Point;
import io.leeway.state.Changes;
import java.util.Optional;

/**
 * What has not come: rows and labels, of every window as it is reported. The series is told of base windows, rules of closed
 * ones. Versions are the registry: one without a row in a window is silent in it as much as the model is. One thread.
 */
final class Arrears {
    private final Silences silences = new Silences();

    /** Tells the series and the rules of a window. */
    void tell(WindowReport report, KnownModel model, WindowSums sums, Changes changes) {
        WindowKey key = report.key();
        if (!key.isOfWhole()) {
            return;
        }
        Optional<Silence> silence = tellSeries(report, model, sums, changes);
        silence.ifPresent(it -> owe(it, report.n(), changes));
        if (report.closed()) {
            new LabelAges(model, sums.beside()).at(report).ifPresent(fact -> OwedFacts.owe(fact, changes));
        }
        if (silence.isPresent() && key.isOfAllVersions()) {
            WindowSums others = sums.beside();
            model.versions().keySet().stream()
                    .map(key::ofVersion)
                    .filter(version -> others.sum(version, report.end()).isEmpty())
                    .map(version -> silences.at(version, report.end(), model, others))
                    .filter(its -> its.last().isPresent())
                    .forEach(its -> owe(its, 0, changes));
        }
    }

    /** Tells the series of a window, and returns the silence at its end; does nothing unless it is a base window. */
    @CanIgnoreReturnValue
    Optional<Silence> tellSeries(WindowReport report, KnownModel model, WindowSums sums, Changes changes) {
        WindowKey key = report.key();
        if (!isBase(key, model)) {
            return Optional.empty();
        }
        Optional<Silence> silence =
                report.closed() ? Optional.of(silences.at(key, report.end(), model, sums.beside())) : Optional.empty();
        OwedPoints.owe(Arrivals.point(key, report.n(), silence), changes);
        if (report.n() > 0) {
            OwedPoints.owe(
                    LabelArrivals.point(report, sums.sum(key, report.end()).delays()), changes);
        }
        return silence;
    }

    /** Forgets a model. */
    void forget(String model) {
        silences.forget(model);
    }

    private static void owe(Silence silence, long n, Changes changes) {
        Point point = Arrivals.point(silence.window(), n, Optional.of(silence));
        OwedFacts.owe(new Fact(point, silence.window().size(), silence.end(), n, Arrivals.sentence(silence)), changes);
    }

    private static boolean isBase(WindowKey key, KnownModel model) {
        return key.isOfWhole() && key.size() == model.definition().settings().base();
    }
}
