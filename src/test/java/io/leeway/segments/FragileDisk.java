package io.leeway.segments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory that fails and loses power as it is told. It keeps what programs see apart from what would be there
 * after the loss of power: of what was not forced, any subset of sectors, and names as they were after any earlier change.
 * After a failed force what did not reach the disk by then never will, and the file is never whole again, whatever later
 * ones say.
 */
final class FragileDisk implements Disk {
    private static final int SECTOR = 64;

    private final Random random;
    private final Map<String, Content> names = new TreeMap<>();
    /** The names after each change that is not forced; the first are durable. */
    private final List<Map<String, Content>> history = new ArrayList<>(List.of(Map.of()));

    private double failing;
    private long untilPowerCut = Long.MAX_VALUE;

    FragileDisk(Random random) {
        this.random = random;
    }

    /** The process is gone. */
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** From now on each operation fails with this probability. */
    void fail(double probability) {
        failing = probability;
    }

    /** The power goes at the operation after so many. */
    void cutPowerAfter(long operations) {
        untilPowerCut = operations;
    }

    /** What is there when the power is back. */
    void restart() {
        untilPowerCut = Long.MAX_VALUE;
        Map<String, Content> kept = history.get(random.nextInt(history.size()));
        names.clear();
        names.putAll(kept);
        history.clear();
        history.add(kept);
        names.values().forEach(Content::losePower);
    }

    @Override
    public List<String> names() throws IOException {
        step("list");
        return List.copyOf(names.keySet());
    }

    @Override
    public DiskFile create(String name) throws IOException {
        step("create");
        if (names.containsKey(name)) {
            throw new AssertionError(name + " is there already");
        }
        Content content = new Content();
        names.put(name, content);
        changed();
        return new File(content);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        step("open");
        return new File(content(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step("rename");
        if (names.containsKey(to)) {
            throw new AssertionError(to + " is there already");
        }
        Content content = content(from);
        names.remove(from);
        names.put(to, content);
        changed();
    }

    @Override
    public void delete(String name) throws IOException {
        step("delete");
        Content unused = content(name);
        names.remove(name);
        changed();
    }

    @Override
    public void force() throws IOException {
        step("force the folder");
        history.clear();
        history.add(Map.copyOf(names));
    }

    @Override
    public String path(String name) {
        return "disk/" + name;
    }

    private Content content(String name) throws IOException {
        return Optional.ofNullable(names.get(name)).orElseThrow(() -> new NoSuchFileException(name));
    }

    private void changed() {
        history.add(Map.copyOf(names));
    }

    private void step(String what) throws IOException {
        if (untilPowerCut-- <= 0) {
            throw new PowerCut();
        }
        if (random.nextDouble() < failing) {
            throw new IOException((random.nextBoolean() ? "No space left on device: " : "Input/output error: ") + what);
        }
    }

    /** What a file holds. */
    private final class Content {
        private byte[] seen = {};
        private byte[] durable = {};
        private final BitSet unwritten = new BitSet();
        private boolean unsound;

        void write(int at, byte[] bytes) {
            seen = Arrays.copyOf(seen, Math.max(seen.length, at + bytes.length));
            System.arraycopy(bytes, 0, seen, at, bytes.length);
            if (bytes.length > 0) {
                unwritten.set(at / SECTOR, (at + bytes.length - 1) / SECTOR + 1);
            }
        }

        void force() {
            if (unsound) {
                forceByHalves();
            } else {
                durable = seen.clone();
                unwritten.clear();
            }
        }

        /** Some of what was to be written is, and the rest is given up without changing what is seen. */
        void forceByHalves() {
            unwritten.stream().filter(sector -> random.nextBoolean()).forEach(this::persist);
            unwritten.clear();
        }

        void losePower() {
            forceByHalves();
            seen = durable.clone();
        }

        private void persist(int sector) {
            int end = Math.min(seen.length, (sector + 1) * SECTOR);
            durable = Arrays.copyOf(durable, Math.max(durable.length, end));
            System.arraycopy(seen, sector * SECTOR, durable, sector * SECTOR, end - sector * SECTOR);
        }
    }

    private final class File implements DiskFile {
        private final Content content;

        File(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.seen.length;
        }

        @Override
        public void write(long at, ByteBuffer from) throws IOException {
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            try {
                step("write");
                content.write((int) at, bytes);
            } catch (IOException | PowerCut e) {
                content.write((int) at, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                throw e;
            }
        }

        @Override
        public void read(long at, ByteBuffer into) {
            int size = (int) Math.max(0, Math.min(into.remaining(), content.seen.length - at));
            into.put(content.seen, (int) Math.min(at, content.seen.length), size);
        }

        @Override
        public void force() throws IOException {
            try {
                step("force");
                content.force();
            } catch (IOException e) {
                content.unsound = true;
                content.forceByHalves();
                throw e;
            }
        }

        @Override
        public void close() {}
    }
}
