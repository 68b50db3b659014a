package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.HostileNames;
import io.leeway.Program;
import io.leeway.notify.Composer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Python's mail parser makes of our mails, hostile names in them or not. */
class SecondParserTest {
    private static final String PARSER = """
            import email, json, sys
            from email import policy
            for name in sys.argv[1:]:
                raw = open(name, 'rb').read()
                mail = email.message_from_bytes(raw, policy=policy.default)
                parts = [p for p in mail.walk()]
                images = [p.get_payload(decode=True) for p in parts if p.get_content_type() == 'image/png']
                html = mail.get_body(('html',)).get_content()
                print(json.dumps({
                    'subject': mail['Subject'], 'id': mail['Message-ID'], 'to': len(mail['To'].addresses),
                    'headers': sorted(mail.keys()), 'kinds': [p.get_content_type() for p in parts],
                    'defects': sum((len(p.defects) for p in parts), 0) + sum(len(v.defects) for v in mail.values()),
                    'text': mail.get_body(('plain',)).get_content(), 'html': len(html.encode()),
                    'shown': html.count('cid:picture.' + mail['Message-ID'].strip('<>')),
                    'cid': [p['Content-ID'] for p in parts if p['Content-ID']],
                    'png': all(i[:8] == b'\\x89PNG\\r\\n\\x1a\\n' for i in images),
                    'longest': max(len(l) for l in raw.split(b'\\r\\n')),
                    'eightbit': any(b > 127 for b in raw), 'bare': raw.replace(b'\\r\\n', b'').count(b'\\n'),
                }))
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheSameSubjectTextAndPictureInEveryMailWithoutADefect() throws Exception {
        List<Composer.Composed> composed = new ArrayList<>();
        for (String name : few(HostileNames.all(3))) {
            MimeComposer composer = new MimeComposer(incident -> Optional.of(PictureTest.exhibit(name)));
            composed.add(composer.compose(MimeComposerTest.letter(name, name, List.of("<root@example.org>"))));
        }
        List<JsonObject> parsed = parsed(composed);
        assertThat(parsed).hasSameSizeAs(composed);
        for (int i = 0; i < parsed.size(); i++) {
            same(parsed.get(i), composed.get(i), parsed.get(0));
        }
    }

    /** Every third, and with more effort every one. */
    private static List<String> few(List<String> names) {
        int step = Effort.times(1) > 1 ? 1 : 3;
        return IntStream.range(0, names.size() / step)
                .mapToObj(i -> names.get(i * step))
                .toList();
    }

    private static void same(JsonObject mail, Composer.Composed composed, JsonObject other) {
        assertThat(mail.getInteger("defects")).as("%s", mail).isZero();
        assertThat(mail.getString("subject")).isEqualTo(composed.subject());
        assertThat(mail.getString("text").replace("\r\n", "\n")).isEqualTo(composed.text());
        assertThat(mail.getJsonArray("headers")).isEqualTo(other.getJsonArray("headers"));
        assertThat(mail.getInteger("to")).isEqualTo(1);
        assertThat(mail.getJsonArray("kinds").stream().map(String::valueOf).toList())
                .isEqualTo(
                        List.of("multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"));
        assertThat(mail.getBoolean("png")).isTrue();
        assertThat(mail.getInteger("shown")).isEqualTo(1);
        assertThat(mail.getJsonArray("cid").getString(0))
                .isEqualTo("<picture." + mail.getString("id").substring(1));
        assertThat(mail.getInteger("html")).isLessThan(102_000);
        assertThat(mail.getInteger("longest")).isLessThanOrEqualTo(998);
        assertThat(mail.getBoolean("eightbit")).isFalse();
        assertThat(mail.getInteger("bare")).isZero();
    }

    private List<JsonObject> parsed(List<Composer.Composed> mails) throws Exception {
        List<String> command = new ArrayList<>(List.of(Program.find("python3").toString(), "-c", PARSER));
        for (int i = 0; i < mails.size(); i++) {
            command.add(Files.write(folder.resolve(i + ".eml"), mails.get(i).bytes())
                    .toString());
        }
        Process python = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(() -> read(folder.resolve("errors"))).isZero();
        return said.lines().map(JsonObject::new).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return "no " + file;
        }
    }
}
