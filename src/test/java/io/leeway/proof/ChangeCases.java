package io.leeway.proof;

import java.util.List;

/** Simulations in which something changes by a known amount. */
final class ChangeCases {
    private static final int REFERENCE = 50_000;

    private ChangeCases() {}

    static List<Simulation> all() {
        Population normal = Population.numbers("normal", Draw.normal(0, 1));
        Population categories = Population.categories("10 categories", Draw.zipf(10));
        return List.of(
                change(normal, Population.numbers("mean + 0.03 sd (tolerated)", Draw.normal(0.03, 1))),
                change(normal, Population.numbers("mean + 0.2 sd", Draw.normal(0.2, 1))),
                change(normal, Population.numbers("mean + 0.5 sd", Draw.normal(0.5, 1))),
                change(normal, Population.numbers("spread x 1.3", Draw.normal(0, 1.3))),
                change(
                        normal,
                        Population.numbers("3 % missing", Draw.normal(0, 1).missing(0.03))),
                change(
                        normal,
                        Population.numbers(
                                "5 % in another unit (x 1,000)",
                                Draw.normal(0, 1).mixed(0.05, Draw.normal(0, 1_000)))),
                change(
                        categories,
                        Population.categories(
                                "10 % move to one category", Draw.zipf(10).mixed(0.1, Draw.categories(random -> 5)))),
                change(
                        categories,
                        Population.categories(
                                "2 % in a new category", Draw.zipf(10).mixed(0.02, Draw.categories(random -> 99)))));
    }

    private static Simulation change(Population before, Population now) {
        return new Simulation(before, now, 1, REFERENCE);
    }
}
