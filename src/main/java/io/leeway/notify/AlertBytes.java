package io.leeway.notify;

import io.leeway.alert.Confirmation;
import io.leeway.alert.Episode;
import io.leeway.alert.Evidence;
import io.leeway.alert.Finding;
import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.alert.Member;
import io.leeway.alert.Reason;
import io.leeway.alert.Relation;
import io.leeway.alert.Span;
import io.leeway.alert.Tags;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The bytes of incidents, and of what they are made of. Every stored value begins with its version. */
final class AlertBytes {
    private static final int VERSION = 1;

    private AlertBytes() {}

    static byte[] of(Incident incident) {
        ByteWriter out = begin().text(incident.id()).text(incident.rule());
        tags(out, incident.labels());
        out.text(incident.title());
        out.text(incident.state().name()).text(incident.reason().name()).count(incident.watched());
        Span span = incident.span();
        instant(out, span.since());
        instant(out, span.breached());
        instant(out, span.opened());
        instant(out, span.cleared());
        out.text(span.level().name());
        out.count(span.members().size());
        span.members().forEach(member -> member(out, member));
        span.members().forEach(member -> instant(out, member.episode().flapping()));
        out.flag(incident.confirmation().isPresent());
        incident.confirmation().ifPresent(said -> out.flag(said.confirmed()).count(said.labels()));
        return out.toByteArray();
    }

    static Incident incident(byte[] bytes) {
        ByteReader in = begun(bytes);
        Incident read = new Incident(
                in.text(),
                in.text(),
                tags(in),
                in.text(),
                Incident.State.valueOf(in.text()),
                Reason.valueOf(in.text()),
                (int) in.count(),
                new Span(
                        instant(in),
                        instant(in),
                        instant(in),
                        optional(in, AlertBytes::instant),
                        Level.valueOf(in.text()),
                        members(in)),
                Optional.empty());
        return in.left() == 0 ? read : read.with(optional(in, AlertBytes::confirmation));
    }

    private static Confirmation confirmation(ByteReader in) {
        return new Confirmation(in.flag(), in.count());
    }

    /** Whether they flap stands behind them all; in what an earlier release wrote nothing does. */
    private static List<Member> members(ByteReader in) {
        List<Member> members = list(in, AlertBytes::member);
        return in.left() == 0
                ? members
                : members.stream()
                        .map(member -> new Member(
                                member.name(),
                                member.instance(),
                                member.episode().flapping(optional(in, AlertBytes::instant))))
                        .toList();
    }

    private static void member(ByteWriter out, Member member) {
        out.text(member.name());
        tags(out, member.instance());
        episode(out, member.episode());
    }

    private static Member member(ByteReader in) {
        return new Member(in.text(), tags(in), episode(in));
    }

    static void episode(ByteWriter out, Episode episode) {
        instant(out, episode.since());
        instant(out, episode.breached());
        instant(out, episode.fired());
        out.text(episode.level().name());
        instant(out, episode.cleared());
        finding(out, episode.worst());
        finding(out, episode.latest());
    }

    static Episode episode(ByteReader in) {
        return new Episode(
                instant(in),
                instant(in),
                instant(in),
                Level.valueOf(in.text()),
                Optional.empty(),
                optional(in, AlertBytes::instant),
                finding(in),
                finding(in));
    }

    private static void finding(ByteWriter out, Finding finding) {
        instant(out, finding.start());
        instant(out, finding.end());
        out.count(finding.n());
        out.count(finding.evidence().size());
        finding.evidence()
                .forEach(evidence -> out.text(evidence.what())
                        .number(evidence.value())
                        .text(evidence.relation().name())
                        .number(evidence.limit()));
        figures(out, finding.figures());
        out.text(finding.reason());
    }

    private static Finding finding(ByteReader in) {
        return new Finding(
                instant(in), instant(in), in.count(), list(in, AlertBytes::evidence), figures(in), in.text());
    }

    private static Evidence evidence(ByteReader in) {
        return new Evidence(in.text(), in.number(), Relation.valueOf(in.text()), in.number());
    }

    static void tags(ByteWriter out, Tags tags) {
        out.count(tags.values().size());
        tags.values().forEach((name, value) -> out.text(name).text(value));
    }

    static Tags tags(ByteReader in) {
        Map<String, String> values = new TreeMap<>();
        int size = in.length();
        for (int i = 0; i < size; i++) {
            values.put(in.text(), in.text());
        }
        return new Tags(values);
    }

    static void figures(ByteWriter out, Map<String, Double> figures) {
        out.count(figures.size());
        figures.forEach((name, value) -> out.text(name).number(value));
    }

    static Map<String, Double> figures(ByteReader in) {
        Map<String, Double> figures = new TreeMap<>();
        int size = in.length();
        for (int i = 0; i < size; i++) {
            figures.put(in.text(), in.number());
        }
        return figures;
    }

    static void instant(ByteWriter out, Instant instant) {
        out.whole(instant.toEpochMilli());
    }

    static void instant(ByteWriter out, Optional<Instant> instant) {
        out.flag(instant.isPresent());
        instant.ifPresent(there -> instant(out, there));
    }

    static Instant instant(ByteReader in) {
        return Instant.ofEpochMilli(in.whole());
    }

    static <T> Optional<T> optional(ByteReader in, Function<ByteReader, T> value) {
        return in.flag() ? Optional.of(value.apply(in)) : Optional.empty();
    }

    static <T> List<T> list(ByteReader in, Function<ByteReader, T> element) {
        int size = in.length();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.apply(in));
        }
        return list;
    }

    static ByteWriter begin() {
        return new ByteWriter().octet(VERSION);
    }

    static ByteReader begun(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new MalformedBytesException("alert state of version " + version + "; this release reads " + VERSION);
        }
        return in;
    }
}
