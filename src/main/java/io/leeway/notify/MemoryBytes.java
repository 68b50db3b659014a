package io.leeway.notify;

import static io.leeway.notify.AlertBytes.begin;
import static io.leeway.notify.AlertBytes.begun;
import static io.leeway.notify.AlertBytes.episode;
import static io.leeway.notify.AlertBytes.figures;
import static io.leeway.notify.AlertBytes.instant;
import static io.leeway.notify.AlertBytes.list;
import static io.leeway.notify.AlertBytes.optional;
import static io.leeway.notify.AlertBytes.tags;

import io.leeway.alert.Base;
import io.leeway.alert.Episode;
import io.leeway.alert.Head;
import io.leeway.alert.Observation;
import io.leeway.alert.Retention;
import io.leeway.alert.Tags;
import io.leeway.alert.Turns;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The bytes of what rules remember: windows, and where instances stood and stand. Every stored value begins with its version. */
final class MemoryBytes {
    private MemoryBytes() {}

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
        base(out, rebase.base());
        turns(out, rebase.base());
        return out.toByteArray();
    }

    static Retention.Rebase rebase(byte[] bytes) {
        ByteReader in = begun(bytes);
        return new Retention.Rebase(in.text(), tags(in), turned(in, base(in)));
    }

    static byte[] of(Retention.Stand stand) {
        Head head = stand.head();
        ByteWriter out = begin().text(stand.rule());
        tags(out, stand.instance());
        base(out, head.stand());
        instant(out, head.needed());
        out.count(head.kept());
        out.flag(head.seen().isPresent());
        head.seen().ifPresent(seen -> {
            instant(out, seen.start());
            instant(out, seen.end());
        });
        out.count(head.tags().size());
        head.tags().forEach(each -> tags(out, each));
        turns(out, head.stand());
        return out.toByteArray();
    }

    static Retention.Stand stand(byte[] bytes) {
        ByteReader in = begun(bytes);
        String rule = in.text();
        Tags instance = tags(in);
        Head head = new Head(
                base(in), instant(in), (int) in.count(), optional(in, MemoryBytes::seen), list(in, AlertBytes::tags));
        return new Retention.Stand(rule, instance, head.standing(turned(in, head.stand())));
    }

    /** Stands last: what an earlier release wrote ends before it. */
    private static void turns(ByteWriter out, Base base) {
        out.count(base.turns().changes()).flag(base.turns().fires());
        instant(out, base.turns().ceased());
        base.episodes().forEach(episode -> instant(out, episode.flapping()));
    }

    private static Base turned(ByteReader in, Base base) {
        if (in.left() == 0) {
            return base;
        }
        Turns turns = new Turns((int) in.count(), in.flag(), optional(in, AlertBytes::instant));
        List<Episode> episodes = base.episodes().stream()
                .map(episode -> episode.flapping(optional(in, AlertBytes::instant)))
                .toList();
        return new Base(base.end(), episodes, turns);
    }

    private static void base(ByteWriter out, Base base) {
        instant(out, base.end());
        out.count(base.episodes().size());
        base.episodes().forEach(episode -> episode(out, episode));
    }

    private static Base base(ByteReader in) {
        Instant end = instant(in);
        List<Episode> episodes = list(in, AlertBytes::episode);
        return new Base(end, episodes, Turns.of(episodes.stream().reduce((older, newer) -> newer)));
    }

    private static Head.Seen seen(ByteReader in) {
        return new Head.Seen(instant(in), instant(in));
    }

    static byte[] of(Retention.Judged judged) {
        return begin().text(judged.rule()).text(judged.words()).toByteArray();
    }

    static Map.Entry<String, String> judged(byte[] bytes) {
        ByteReader in = begun(bytes);
        return Map.entry(in.text(), in.text());
    }
}
