package io.leeway.notify;

/** Makes the final bytes of what the service says of itself. The same arguments give the same bytes. */
public interface NoticeComposer {
    Composer.Composed compose(Notice notice);

    /** A mail with a sentence added near its beginning, and nothing else changed. */
    byte[] withNote(byte[] mail, String sentence);
}
