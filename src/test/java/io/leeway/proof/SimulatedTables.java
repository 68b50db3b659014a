package io.leeway.proof;

import io.leeway.bench.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Shares of simulated windows that alarm. */
final class SimulatedTables {
    private static final long[] SIZES = {50, 100, 300, 1_000, 10_000, 100_000, 1_000_000};
    private static final long SEED = 20_260_701;

    /** The rows of a day in references of whole days. */
    private static final int A_DAY = 1_000;

    private final int most;
    private final long rows;

    /**
     * Tables of so much effort.
     *
     * @param most windows of a cell
     * @param rows of a cell, at which large windows stop
     */
    SimulatedTables(int most, long rows) {
        this.most = most;
        this.rows = rows;
    }

    /** Nothing changed; each case by window size, and each rule where it is easiest and at its worst. */
    List<Table> quiet() {
        Table cases = new Table(
                "Nothing changed: share of windows that alarm, by what the values are like", bySize("", "reference"));
        List<List<Simulation.Tally>> tallies = new ArrayList<>();
        for (Simulation simulation : QuietCases.plain()) {
            List<Simulation.Tally> row = bySize(simulation);
            tallies.add(row);
            add(cases, List.of(simulation.now().name(), (long) simulation.referenceRows()), shares(row, Rule.VERDICT));
        }
        return List.of(cases, rules(tallies));
    }

    /** Days with a noise of their own, at other traffic than the reference's. */
    Table noisyDays() {
        Table table = new Table(
                "Nothing changed but the day's own noise: share of days that alarm, at so much more or less traffic than"
                        + " in the reference",
                byRule("mean wanders by", "days in reference", "traffic"));
        for (double wander : new double[] {0, 0.2, 0.4}) {
            for (int days : new int[] {6, 28}) {
                for (double traffic : new double[] {0.1, 1, 10, 100}) {
                    Simulation.Tally tally = run(QuietCases.days(wander, days, A_DAY), (long) (traffic * A_DAY));
                    add(table, List.of(wander + " sd", (long) days, "x " + traffic), shares(tally));
                }
            }
        }
        return table;
    }

    /** Changes of known size: the verdict by window size, and all rules at two sizes. */
    List<Table> changes() {
        Table sizes = new Table("Something changed: share of windows that alarm", bySize("change"));
        Table rules = new Table("Something changed: the same, by rule", byRule("change", "n"));
        SimulatedTables coarser = new SimulatedTables(most / 4, rows / 10);
        for (Simulation simulation : ChangeCases.all()) {
            List<Simulation.Tally> tallies = coarser.bySize(simulation);
            String change = simulation.now().name();
            add(sizes, List.of(change), shares(tallies, Rule.VERDICT));
            add(rules, List.of(change, 1_000L), shares(tallies.get(3)));
            add(rules, List.of(change, 100_000L), shares(tallies.get(5)));
        }
        return List.of(sizes, rules);
    }

    private static Table rules(List<List<Simulation.Tally>> cases) {
        Table table = new Table("Nothing changed: the same, by rule", bySize("rule", "values"));
        for (Rule rule : Rule.values()) {
            add(table, List.of(rule.text(), "normal"), shares(cases.get(0), rule));
            List<String> worst = new ArrayList<>();
            for (int size = 0; size < SIZES.length; size++) {
                int at = size;
                worst.add(percent(cases.stream()
                        .mapToDouble(row -> row.get(at).share(rule))
                        .max()
                        .orElse(0)));
            }
            add(table, List.of(rule.text(), "the worst case"), worst);
        }
        return table;
    }

    private List<Simulation.Tally> bySize(Simulation simulation) {
        return LongStream.of(SIZES).mapToObj(n -> run(simulation, n)).toList();
    }

    private Simulation.Tally run(Simulation simulation, long n) {
        long cost = n * simulation.now().features();
        return simulation.run(n, (int) Math.max(10, Math.min(most, rows / cost)), SEED + n);
    }

    private static List<String> shares(List<Simulation.Tally> sizes, Rule rule) {
        return sizes.stream().map(tally -> percent(tally.share(rule))).toList();
    }

    private static List<String> shares(Simulation.Tally tally) {
        return Stream.of(Rule.values()).map(rule -> percent(tally.share(rule))).toList();
    }

    private static void add(Table table, List<Object> first, List<String> shares) {
        table.add(Stream.concat(first.stream(), shares.stream()).toArray());
    }

    private static String[] bySize(String... first) {
        return Stream.concat(
                        Stream.of(first), LongStream.of(SIZES).mapToObj(n -> String.format(Locale.ROOT, "n = %,d", n)))
                .toArray(String[]::new);
    }

    static String[] byRule(String... first) {
        return Stream.concat(Stream.of(first), Stream.of(Rule.values()).map(Rule::text))
                .toArray(String[]::new);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share == 0 ? "%.0f %%" : "%.1f %%", 100 * share);
    }
}
