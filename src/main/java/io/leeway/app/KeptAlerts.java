package io.leeway.app;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import io.leeway.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of rules and receivers that were last in use, and what was last there and could not be. */
record KeptAlerts(Store store) {
    static final Table TABLE = new Table("alert-files");

    private static final int VERSION = 1;
    private static final byte[] IN_USE = Keys.of("in-use").bytes();
    private static final byte[] BROKEN = Keys.of("broken").bytes();

    /** Those that were last in use; empty if none ever were. */
    Optional<List<YamlFile>> inUse() {
        return store.get(TABLE, IN_USE).map(KeptAlerts::read);
    }

    void use(List<YamlFile> files, Changes commit) {
        ByteWriter out = new ByteWriter().octet(VERSION).count(files.size());
        files.forEach(file -> out.text(file.name()).text(file.text()));
        commit.put(TABLE, IN_USE, out.toByteArray());
    }

    /** The name of what is there and cannot be used, if people were told of it. */
    Optional<String> broken() {
        return store.get(TABLE, BROKEN)
                .map(ByteReader::new)
                .filter(in -> in.version("broken alert files", VERSION) == VERSION)
                .map(ByteReader::text);
    }

    static void broken(String name, Changes commit) {
        commit.put(TABLE, BROKEN, new ByteWriter().octet(VERSION).text(name).toByteArray());
    }

    static void mended(Changes commit) {
        commit.delete(TABLE, BROKEN);
    }

    private static List<YamlFile> read(byte[] stored) {
        ByteReader in = new ByteReader(stored);
        int unused = in.version("alert files", VERSION);
        List<YamlFile> files = new ArrayList<>();
        int size = in.length();
        for (int i = 0; i < size; i++) {
            files.add(new YamlFile(in.text(), in.text()));
        }
        return files;
    }
}
