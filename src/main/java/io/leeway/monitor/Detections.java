package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.change.Change;
import io.leeway.change.ChangeWatch;
import io.leeway.sequential.Calibrated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What detectors have found in the labels of a version, or of all.
 *
 * @param upTo the end of the last day they were shown
 * @param learned the end of the day behind which they can say anything; empty before
 * @param detectors those that watch
 * @param changes by the time they were found
 */
record Detections(Instant upTo, Optional<Instant> learned, List<Calibrated> detectors, List<Change> changes) {
    /** Of a version whose labels nobody has looked at. */
    static final Detections NONE = new Detections(Instant.EPOCH, Optional.empty(), List.of(), List.of());

    private static final int VERSION = 1;

    Detections {
        detectors = List.copyOf(detectors);
        changes = List.copyOf(changes);
    }

    /** The same, nothing being found up to another day. */
    Detections upTo(Instant day) {
        return new Detections(day, learned, detectors, changes);
    }

    /** What was found until a day stands; from there on it is what another look has found. */
    Detections from(Instant day, Instant newUpTo, ChangeWatch watch, ChangeWatch.Findings found) {
        List<Change> all = Stream.concat(
                        changes.stream().filter(change -> !change.found().isAfter(day)),
                        found.changes().stream().filter(change -> change.found().isAfter(day)))
                .toList();
        Optional<Instant> stays = learned.filter(it -> !it.isAfter(day));
        return new Detections(newUpTo, stays.or(found::learned), watch.detectors(), all);
    }

    /** What the detectors say of the labels that became known in [start, end); nothing before they have learned. */
    List<DetectorReport> in(Instant start, Instant end) {
        if (learned.filter(it -> it.isBefore(end)).isEmpty()) {
            return List.of();
        }
        return detectors.stream()
                .map(detector -> new DetectorReport(
                        detector,
                        changes.stream()
                                .filter(change -> change.detector() == detector)
                                .filter(change -> change.found().isAfter(start)
                                        && !change.found().isAfter(end))
                                .findFirst()))
                .toList();
    }

    /** The moments from which on two looks say something else: of what was found by one alone, and of having learned. */
    Stream<Instant> differences(Detections other) {
        Stream<Instant> found = Stream.concat(
                        changes.stream().filter(change -> !other.changes.contains(change)),
                        other.changes.stream().filter(change -> !changes.contains(change)))
                .map(Change::found);
        return Stream.concat(found, learned.equals(other.learned) ? Stream.of() : learnedBetween(other));
    }

    private Stream<Instant> learnedBetween(Detections other) {
        Instant latest = upTo.isAfter(other.upTo) ? upTo : other.upTo;
        Instant one = learned.orElse(latest);
        Instant two = other.learned.orElse(latest);
        Instant from = one.isBefore(two) ? one : two;
        Instant to = one.isBefore(two) ? two : one;
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plus(Duration.ofHours(12)));
    }

    byte[] bytes() {
        ByteWriter out = new ByteWriter().octet(VERSION).whole(upTo.toEpochMilli());
        out.flag(learned.isPresent());
        learned.ifPresent(it -> out.whole(it.toEpochMilli()));
        out.count(detectors.size());
        detectors.forEach(detector -> out.text(detector.name()));
        out.count(changes.size());
        changes.forEach(change -> change.write(out));
        return out.toByteArray();
    }

    static Detections read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("detections", VERSION);
        Instant upTo = Instant.ofEpochMilli(in.whole());
        Optional<Instant> learned = in.flag() ? Optional.of(Instant.ofEpochMilli(in.whole())) : Optional.empty();
        List<Calibrated> detectors = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            detectors.add(Calibrated.valueOf(in.text()));
        }
        List<Change> changes = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            changes.add(Change.read(in));
        }
        return new Detections(upTo, learned, detectors, changes);
    }
}
