package io.leeway.notify;

import io.leeway.alert.Base;
import io.leeway.alert.Episode;
import io.leeway.alert.Evidence;
import io.leeway.alert.Finding;
import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.alert.Member;
import io.leeway.alert.Observation;
import io.leeway.alert.Reason;
import io.leeway.alert.Relation;
import io.leeway.alert.Retention;
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

/** The bytes of windows, bases and incidents. Every stored value begins with its version. */
final class AlertBytes {
    private static final int VERSION = 1;

    private AlertBytes() {}

    static byte[] of(Retention.Keep keep) {
        Observation window = keep.window();
        ByteWriter out = begin().text(keep.rule()).text(window.measurement());
        tags(out, window.tags());
        instant(out, window.start());
        instant(out, window.end());
        out.flag(window.closed()).count(window.revision()).count(window.n());
        figures(out, window.figures());
        return out.text(window.reason()).toByteArray();
    }

    static Retention.Keep keep(byte[] bytes) {
        ByteReader in = begun(bytes);
        return new Retention.Keep(
                in.text(),
                new Observation(
                        in.text(),
                        tags(in),
                        instant(in),
                        instant(in),
                        in.flag(),
                        in.count(),
                        in.count(),
                        figures(in),
                        in.text()));
    }

    static byte[] of(Retention.Rebase rebase) {
        ByteWriter out = begin().text(rebase.rule());
        tags(out, rebase.instance());
        instant(out, rebase.base().end());
        out.flag(rebase.base().last().isPresent());
        rebase.base().last().ifPresent(episode -> episode(out, episode));
        return out.toByteArray();
    }

    static Retention.Rebase rebase(byte[] bytes) {
        ByteReader in = begun(bytes);
        return new Retention.Rebase(in.text(), tags(in), new Base(instant(in), optional(in, AlertBytes::episode)));
    }

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
        return out.toByteArray();
    }

    static Incident incident(byte[] bytes) {
        ByteReader in = begun(bytes);
        return new Incident(
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
                        list(in, AlertBytes::member)));
    }

    private static void member(ByteWriter out, Member member) {
        out.text(member.name());
        tags(out, member.instance());
        episode(out, member.episode());
    }

    private static Member member(ByteReader in) {
        return new Member(in.text(), tags(in), episode(in));
    }

    private static void episode(ByteWriter out, Episode episode) {
        instant(out, episode.since());
        instant(out, episode.breached());
        instant(out, episode.fired());
        out.text(episode.level().name());
        instant(out, episode.cleared());
        finding(out, episode.worst());
        finding(out, episode.latest());
    }

    private static Episode episode(ByteReader in) {
        return new Episode(
                instant(in),
                instant(in),
                instant(in),
                Level.valueOf(in.text()),
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

    private static void tags(ByteWriter out, Tags tags) {
        out.count(tags.values().size());
        tags.values().forEach((name, value) -> out.text(name).text(value));
    }

    private static Tags tags(ByteReader in) {
        Map<String, String> values = new TreeMap<>();
        int size = in.length();
        for (int i = 0; i < size; i++) {
            values.put(in.text(), in.text());
        }
        return new Tags(values);
    }

    private static void figures(ByteWriter out, Map<String, Double> figures) {
        out.count(figures.size());
        figures.forEach((name, value) -> out.text(name).number(value));
    }

    private static Map<String, Double> figures(ByteReader in) {
        Map<String, Double> figures = new TreeMap<>();
        int size = in.length();
        for (int i = 0; i < size; i++) {
            figures.put(in.text(), in.number());
        }
        return figures;
    }

    private static void instant(ByteWriter out, Instant instant) {
        out.whole(instant.toEpochMilli());
    }

    private static void instant(ByteWriter out, Optional<Instant> instant) {
        out.flag(instant.isPresent());
        instant.ifPresent(there -> instant(out, there));
    }

    private static Instant instant(ByteReader in) {
        return Instant.ofEpochMilli(in.whole());
    }

    private static <T> Optional<T> optional(ByteReader in, Function<ByteReader, T> value) {
        return in.flag() ? Optional.of(value.apply(in)) : Optional.empty();
    }

    private static <T> List<T> list(ByteReader in, Function<ByteReader, T> element) {
        int size = in.length();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.apply(in));
        }
        return list;
    }

    private static ByteWriter begin() {
        return new ByteWriter().octet(VERSION);
    }

    private static ByteReader begun(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new MalformedBytesException("alert state of version " + version + "; this release reads " + VERSION);
        }
        return in;
    }
}
