package io.leeway.notify;

import java.nio.charset.StandardCharsets;

/** Notices without any form. */
public final class PlainNotices implements NoticeComposer {
    @Override
    public Composer.Composed compose(Notice notice) {
        return new Composer.Composed(
                "[" + notice.word() + "] " + notice.subject(), notice.sentence(), bytes(notice.sentence()));
    }

    @Override
    public byte[] withNote(byte[] mail, String sentence) {
        return bytes(new String(mail, StandardCharsets.UTF_8) + " | " + sentence);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
