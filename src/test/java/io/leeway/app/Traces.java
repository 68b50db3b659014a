package io.leeway.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for something in every byte of a folder: a text, or a number in all the ways in which it may be written. */
final class Traces {
    private final Map<String, byte[]> patterns = new LinkedHashMap<>();

    private Traces() {}

    static Traces of(String text) {
        Traces traces = new Traces();
        traces.patterns.put(text, text.getBytes(StandardCharsets.UTF_8));
        traces.patterns.put(text + " in UTF-16", text.getBytes(StandardCharsets.UTF_16LE));
        return traces;
    }

    /** Of a number: as text, and as a double of either byte order. */
    static Traces of(double number) {
        Traces traces = of(Double.toString(number));
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            traces.patterns.put(
                    number + " in " + order,
                    ByteBuffer.allocate(Double.BYTES)
                            .order(order)
                            .putDouble(number)
                            .array());
        }
        return traces;
    }

    /** Where it stands in the files of a folder. */
    List<String> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> in(bytes(file)).map(found -> found + " stands in " + file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<String> in(byte[] bytes) {
        String searched = new String(bytes, StandardCharsets.ISO_8859_1);
        return patterns.entrySet().stream()
                .filter(pattern -> searched.contains(new String(pattern.getValue(), StandardCharsets.ISO_8859_1)))
                .map(Map.Entry::getKey);
    }

    /** Nothing of a file that went away in between. */
    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
