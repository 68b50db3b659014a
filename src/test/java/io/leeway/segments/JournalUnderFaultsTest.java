package io.leeway.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.ingest.JournalException;
import io.leeway.segments.FragileDisk.PowerCut;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Appends, forgetting, failures, crashes and losses of power at random. After each new start the journal holds everything
 * that was acknowledged, to the byte and in order; behind it at most one whole append that was not; nothing between.
 */
class JournalUnderFaultsTest {
    private static final int LIVES = 12;
    private static final int STEPS = 25;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @TestFactory
    Stream<DynamicTest> everythingAcknowledgedIsReadBack() {
        return IntStream.range(0, Effort.times(10))
                .mapToObj(group -> DynamicTest.dynamicTest("seeds from " + group * 20, () -> {
                    for (int seed = group * 20; seed < (group + 1) * 20; seed++) {
                        new Story(seed).tell();
                    }
                }));
    }

    /** One disk's story. */
    private static final class Story {
        private final int seed;
        private final Random random;
        private final FragileDisk disk;
        /** What must be there, by position. */
        private final List<byte[]> known = new ArrayList<>();
        /** Appends without an answer, or with a bad one, behind all that is known. */
        private final List<List<byte[]>> refused = new ArrayList<>();

        private long forgotten;
        private long nanos;

        Story(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.disk = new FragileDisk(random);
        }

        void tell() throws IOException {
            for (int life = 0; life < LIVES; life++) {
                try {
                    disk.fail(random.nextInt(3) == 0 ? 0.1 : 0);
                    disk.cutPowerAfter(random.nextInt(3) == 0 ? Long.MAX_VALUE : random.nextInt(120));
                    live();
                    endOfLife();
                } catch (PowerCut cut) {
                    disk.restart();
                }
                check();
            }
        }

        /** Killed, or without power: what was seen and not forced is there in the first case only. */
        private void endOfLife() {
            disk.cutPowerAfter(Long.MAX_VALUE);
            if (random.nextBoolean()) {
                disk.restart();
            }
        }

        private void live() {
            opened().ifPresent(this::use);
        }

        private void use(SegmentJournal journal) {
            for (int step = 0; step < STEPS; step++) {
                assertThat(journal.end()).as("seed %d", seed).isEqualTo(known.size());
                nanos += random.nextInt(30) * MINUTE;
                if (random.nextInt(5) == 0) {
                    forgotten =
                            Math.max(forgotten, random.nextBoolean() ? known.size() : random.nextInt(known.size() + 1));
                    journal.forgetBefore(forgotten);
                } else {
                    append(journal, entries());
                }
            }
            assertThat(read(journal)).as("seed %d", seed).isEqualTo(texts(journal.start(), known));
        }

        private void append(SegmentJournal journal, List<byte[]> entries) {
            refused.add(entries);
            try {
                journal.append(entries);
                known.addAll(entries);
                refused.clear();
            } catch (JournalException failure) {
                assertThat(failure.getMessage()).startsWith("cannot write the journal in disk/");
            }
        }

        /** Nothing if a failure stood in the way; damage is never the reason. */
        private Optional<SegmentJournal> opened() {
            try {
                SegmentJournal journal = SegmentJournal.open(disk, 1 << 10, () -> nanos);
                learn(journal);
                return Optional.of(journal);
            } catch (DamagedJournalException damaged) {
                throw new AssertionError("seed " + seed, damaged);
            } catch (IOException failure) {
                return Optional.empty();
            }
        }

        /** What a journal shows once stands from then on. */
        private void learn(SegmentJournal journal) {
            assertThat(journal.start()).as("seed %d", seed).isLessThanOrEqualTo(forgotten);
            List<String> found = read(journal);
            List<String> expected = texts(journal.start(), known);
            if (!found.equals(expected)) {
                List<byte[]> added = refused.stream()
                        .filter(it -> found.equals(with(expected, it)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("seed " + seed + ": found " + found + " and not "
                                + expected + " from " + journal.start()));
                known.addAll(added);
            }
            refused.clear();
        }

        private void check() throws IOException {
            disk.fail(0);
            disk.cutPowerAfter(Long.MAX_VALUE);
            SegmentJournal first = opened().orElseThrow();
            List<String> found = read(first);
            first.close();
            disk.restart();
            SegmentJournal second = opened().orElseThrow();
            assertThat(read(second)).as("seed %d, opened again", seed).isEqualTo(found);
            second.close();
        }

        private List<byte[]> entries() {
            List<byte[]> entries = new ArrayList<>();
            for (int left = random.nextInt(4); left >= 0; left--) {
                byte[] entry = new byte[random.nextInt(random.nextInt(10) == 0 ? 3_000 : 120)];
                random.nextBytes(entry);
                entries.add(entry);
            }
            return entries;
        }

        private static List<String> read(SegmentJournal journal) {
            List<String> found = new ArrayList<>();
            journal.read(journal.start(), (position, entry) -> found.add(text(position, entry)));
            return found;
        }

        private static List<String> texts(long from, List<byte[]> entries) {
            List<String> texts = new ArrayList<>();
            for (int i = (int) from; i < entries.size(); i++) {
                texts.add(text(i, entries.get(i)));
            }
            return texts;
        }

        private List<String> with(List<String> expected, List<byte[]> more) {
            List<String> all = new ArrayList<>(expected);
            for (int i = 0; i < more.size(); i++) {
                all.add(text(known.size() + i, more.get(i)));
            }
            return all;
        }

        private static String text(long position, byte[] entry) {
            return position + " " + entry.length + " " + Arrays.hashCode(entry);
        }
    }
}
