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
import io.leeway.alert.Head;
import io.leeway.alert.Observation;
import io.leeway.alert.Retention;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
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
        return out.toByteArray();
    }

    static Retention.Rebase rebase(byte[] bytes) {
        ByteReader in = begun(bytes);
        return new Retention.Rebase(in.text(), tags(in), base(in));
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
        return out.toByteArray();
    }

    static Retention.Stand stand(byte[] bytes) {
        ByteReader in = begun(bytes);
        return new Retention.Stand(
                in.text(),
                tags(in),
                new Head(
                        base(in),
                        instant(in),
                        (int) in.count(),
                        optional(in, MemoryBytes::seen),
                        list(in, AlertBytes::tags)));
    }

    private static void base(ByteWriter out, Base base) {
        instant(out, base.end());
        out.count(base.episodes().size());
        base.episodes().forEach(episode -> episode(out, episode));
    }

    private static Base base(ByteReader in) {
        return new Base(instant(in), list(in, AlertBytes::episode));
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
