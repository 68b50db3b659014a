package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.sketch.ExactMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * The tally of a model that ranks: the moments of each metric over the labelled answers for which anything was relevant, and
 * how many labelled answers there are in all. An interval is that of a mean of independent answers, for hits Wilson's.
 */
public final class RankingTally implements Tally {
    private static final int VERSION = 1;

    private static final List<Part> PARTS = List.of(
            new Part("ndcg_5", scores -> scores.ndcg(5)),
            new Part("ndcg_10", scores -> scores.ndcg(10)),
            new Part("map_5", scores -> scores.averagePrecision(5)),
            new Part("map_10", scores -> scores.averagePrecision(10)),
            new Part("mrr", RankingScores::reciprocalRank),
            new Part("hit_rate_1", scores -> scores.isHit(1) ? 1 : 0),
            new Part("hit_rate_5", scores -> scores.isHit(5) ? 1 : 0),
            new Part("hit_rate_10", scores -> scores.isHit(10) ? 1 : 0));

    private final List<ExactMoments> moments;
    private long n;

    public RankingTally() {
        this(PARTS.stream().map(part -> new ExactMoments()).toList(), 0);
    }

    private RankingTally(List<ExactMoments> moments, long n) {
        this.moments = moments;
        this.n = n;
    }

    @Override
    public void add(Outcome outcome) {
        change(outcome, ExactMoments::add);
        n++;
    }

    @Override
    public void remove(Outcome outcome) {
        change(outcome, ExactMoments::remove);
        n--;
    }

    private void change(Outcome outcome, BiConsumer<ExactMoments, Double> change) {
        Outcome.Ranking ranking = Tally.own(Outcome.Ranking.class, outcome);
        if (ranking.isScored()) {
            RankingScores scores = RankingScores.of(ranking.answer(), ranking.relevant());
            for (int part = 0; part < PARTS.size(); part++) {
                change.accept(moments.get(part), PARTS.get(part).score().applyAsDouble(scores));
            }
        }
    }

    @Override
    public void merge(Tally other) {
        RankingTally ranking = Tally.own(RankingTally.class, other);
        for (int part = 0; part < PARTS.size(); part++) {
            moments.get(part).merge(ranking.moments.get(part));
        }
        n += ranking.n;
    }

    @Override
    public Task task() {
        return Task.RANKING;
    }

    @Override
    public long n() {
        return n;
    }

    @Override
    public Performance metrics() {
        Metrics metrics = new Metrics();
        if (n > 0) {
            for (int part = 0; part < PARTS.size(); part++) {
                metric(PARTS.get(part), moments.get(part), metrics);
            }
            metrics.share("relevant_rate", scored(), n);
        }
        return metrics.performance();
    }

    private static void metric(Part part, ExactMoments values, Metrics metrics) {
        if (part.isShare()) {
            metrics.share(part.name(), Math.round(values.sum()), values.n());
        } else {
            metrics.mean(part.name(), values, Metrics.PROBABILITY);
        }
    }

    /** How many answers there are for which anything was relevant. */
    private long scored() {
        return moments.get(0).n();
    }

    @Override
    public Rest rest() {
        return part -> without(Tally.own(RankingTally.class, part));
    }

    private Performance without(RankingTally other) {
        Metrics metrics = new Metrics();
        for (int part = 0; part < PARTS.size(); part++) {
            metrics.meanWithout(PARTS.get(part).name(), moments.get(part), other.moments.get(part));
        }
        return metrics.share("relevant_rate", scored() - other.scored(), n - other.n)
                .performance();
    }

    @Override
    public void write(ByteWriter out) {
        out.octet(VERSION).whole(n);
        moments.forEach(values -> values.write(out));
    }

    static RankingTally read(ByteReader in) {
        int unused = in.version("a ranking tally", VERSION);
        long n = in.whole();
        List<ExactMoments> moments = new ArrayList<>();
        PARTS.forEach(part -> moments.add(ExactMoments.read(in)));
        return new RankingTally(moments, n);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankingTally tally && n == tally.n && moments.equals(tally.moments);
    }

    @Override
    public int hashCode() {
        return moments.hashCode();
    }

    /** One metric of an answer. */
    private record Part(String name, ToDoubleFunction<RankingScores> score) {
        boolean isShare() {
            return name.startsWith("hit_rate");
        }
    }
}
