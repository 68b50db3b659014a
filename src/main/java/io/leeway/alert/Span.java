package io.leeway.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From the first member of a group that fires until all are clear.
 *
 * @param since start of the first window that counted
 * @param breached end of that window
 * @param opened end of the window with which the first member fired
 * @param cleared end of the window with which the last member cleared; empty while one fires
 * @param level the worst reached
 * @param members those that fired, worst first
 */
public record Span(
        Instant since, Instant breached, Instant opened, Optional<Instant> cleared, Level level, List<Member> members) {
    private static final Comparator<Member> WORST_FIRST = Comparator.<Member, Level>comparing(
                    member -> member.episode().level())
            .thenComparingDouble(member -> member.episode().worst().excess())
            .reversed()
            .thenComparing(Member::instance);

    public Span {
        members = List.copyOf(members);
    }

    /** The spans of all episodes of a group, oldest first: episodes that touch belong together. */
    static List<Span> of(Collection<Member> episodes) {
        List<Span> spans = new ArrayList<>();
        List<Member> together = new ArrayList<>();
        Instant until = Instant.MIN;
        for (Member member : episodes.stream()
                .sorted(Comparator.comparing(each -> each.episode().fired()))
                .toList()) {
            if (!together.isEmpty() && member.episode().fired().isAfter(until)) {
                spans.add(joined(together));
                together.clear();
                until = Instant.MIN;
            }
            together.add(member);
            Instant end = member.episode().cleared().orElse(Instant.MAX);
            until = end.isAfter(until) ? end : until;
        }
        if (!together.isEmpty()) {
            spans.add(joined(together));
        }
        return spans;
    }

    boolean overlaps(Span other) {
        return !opened.isAfter(other.cleared.orElse(Instant.MAX)) && !other.opened.isAfter(cleared.orElse(Instant.MAX));
    }

    public List<Member> firing() {
        return members.stream().filter(Member::firing).toList();
    }

    /** Whether one that fires comes and goes again and again. */
    public boolean flapping() {
        return members.stream()
                .anyMatch(
                        member -> member.firing() && member.episode().flapping().isPresent());
    }

    private static Span joined(List<Member> episodes) {
        Map<Tags, Member> members = new TreeMap<>();
        for (Member member : episodes) {
            members.merge(
                    member.instance(),
                    member,
                    (a, b) -> new Member(a.name(), a.instance(), a.episode().followedBy(b.episode())));
        }
        List<Member> all = members.values().stream().sorted(WORST_FIRST).toList();
        Episode first = all.stream()
                .map(Member::episode)
                .min(Comparator.comparing(Episode::breached))
                .orElseThrow();
        return new Span(
                first.since(),
                first.breached(),
                episodes.get(0).episode().fired(),
                cleared(all),
                all.get(0).episode().level(),
                all);
    }

    private static Optional<Instant> cleared(List<Member> members) {
        return members.stream().anyMatch(Member::firing)
                ? Optional.empty()
                : members.stream()
                        .flatMap(member -> member.episode().cleared().stream())
                        .max(Comparator.naturalOrder());
    }
}
