package io.leeway.segments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A real folder. */
record Folder(Path path) implements Disk {
    /** The folder, created where it is missing. */
    static Folder of(Path path) throws IOException {
        Files.createDirectories(path);
        return new Folder(path);
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public DiskFile create(String name) throws IOException {
        return opened(name, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return opened(name, StandardOpenOption.WRITE);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Path unused = Files.move(path.resolve(from), path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(path.resolve(name));
    }

    @Override
    public void force() throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public String path(String name) {
        return path.resolve(name).toString();
    }

    private DiskFile opened(String name, OpenOption how) throws IOException {
        return new Opened(FileChannel.open(path.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE, how));
    }

    private record Opened(FileChannel channel) implements DiskFile {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void write(long at, ByteBuffer bytes) throws IOException {
            for (long to = at; bytes.hasRemaining(); ) {
                to += channel.write(bytes, to);
            }
        }

        @Override
        public void read(long at, ByteBuffer into) throws IOException {
            int read = 0;
            for (long from = at; into.hasRemaining() && read >= 0; from += read) {
                read = channel.read(into, from);
            }
        }

        /** {@inheritDoc} The size is part of it where it changed: it takes more than the bytes to read them again. */
        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
