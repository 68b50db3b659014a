package io.leeway.notify;

import java.nio.charset.StandardCharsets;

/** Mails of one line, which says why they were written and what they answer. */
public final class PlainComposer implements Composer {
    @Override
    public Composed compose(Letter letter) {
        return composed(letter.kind() + " thread " + letter.thread());
    }

    @Override
    public Composed compose(Roundup roundup) {
        return composed("ROUNDUP " + roundup.news().stream().map(News::occasion).toList());
    }

    private static Composed composed(String subject) {
        return new Composed(subject, "text", subject.getBytes(StandardCharsets.UTF_8));
    }
}
