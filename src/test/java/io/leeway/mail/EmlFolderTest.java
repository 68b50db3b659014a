package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.notify.Fate;
import io.leeway.notify.Mailer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmlFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theFilesOfAnIncidentGoWithItAndThoseOfOthersStay() throws Exception {
        EmlFolder mails = new EmlFolder(folder);
        for (String name : List.of("abc.1", "abc.2", "abcd.1", "x.1")) {
            Map<String, Fate> fates =
                    mails.deliver(new Mailer.Envelope(name, List.of("a@example.org"), new byte[] {1}));
            assertThat(fates.values()).allMatch(Fate.Accepted.class::isInstance);
        }
        mails.forget("abc");
        mails.forget("../" + folder.getFileName() + "/x");
        mails.forget("never");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("abcd.1.eml", "x.1.eml");
        }
    }
}
