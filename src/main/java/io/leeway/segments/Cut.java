package io.leeway.segments;

/**
 * An append that was never finished, and so never acknowledged, found at the end of the journal and left out.
 *
 * @param file where it stood
 * @param offset the byte at which it began
 * @param bytes how many bytes of the file are not read
 * @param position the position its first entry would have had
 */
public record Cut(String file, long offset, long bytes, long position) {
    /** A sentence for whoever runs the service. */
    public String sentence() {
        return "An append that was never finished is left out of the journal: entry " + position + " on, in " + file
                + " from byte " + offset + " on (" + bytes + " bytes); nobody was told that it was taken";
    }
}
