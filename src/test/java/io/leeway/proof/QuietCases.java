package io.leeway.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Simulations in which nothing changes, each hard on a test in its own way. */
final class QuietCases {
    private static final int MANY = 50_000;
    private static final int FEW = 1_000;

    private QuietCases() {}

    /** References without times, judged at every window size. */
    static List<Simulation> plain() {
        List<Simulation> cases = new ArrayList<>();
        Population normal = Population.numbers("normal", Draw.normal(0, 1));
        cases.add(Simulation.quiet(normal, MANY));
        cases.add(Simulation.quiet(normal, FEW));
        cases.add(Simulation.quiet(normal.withFeatures(20), FEW));
        cases.add(Simulation.quiet(Population.numbers("heavy tails (Cauchy)", Draw.numbers(QuietCases::cauchy)), MANY));
        cases.add(Simulation.quiet(
                Population.numbers("skewed (log-normal)", Draw.numbers(random -> Math.exp(2 * random.nextGaussian()))),
                MANY));
        cases.add(Simulation.quiet(
                Population.numbers("ties (70 % zeros)", Draw.normal(3, 1).mixed(0.7, Draw.numbers(random -> 0))),
                MANY));
        cases.add(Simulation.quiet(
                Population.numbers(
                        "ties (whole numbers)", Draw.numbers(random -> Math.rint(2 * random.nextGaussian()))),
                MANY));
        cases.add(Simulation.quiet(
                Population.numbers("5 % missing", Draw.normal(0, 1).missing(0.05)), MANY));
        cases.add(Simulation.quiet(Population.categories("2 categories", Draw.zipf(2)), MANY));
        cases.add(Simulation.quiet(Population.categories("100 categories", Draw.zipf(100)), MANY));
        cases.add(Simulation.quiet(Population.categories("1,000 categories", Draw.zipf(1_000)), FEW));
        return List.copyOf(cases);
    }

    /** References of whole days: how many, of how many rows. */
    static Simulation days(double wander, int days, int rows) {
        Population population = Population.wandering(wander);
        return new Simulation(population, population, days, rows);
    }

    private static double cauchy(RandomGenerator random) {
        return Math.tan(Math.PI * (random.nextDouble() - 0.5));
    }
}
