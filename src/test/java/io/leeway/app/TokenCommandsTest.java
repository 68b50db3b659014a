package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TokenCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void aTokenIsPrintedOnceAndOnlyItsHashIsKept() throws Exception {
        Said said = run("create", "--name", "model-server", "--scope", "ingest:credit-*", "--scope", "read");
        String token = said.out().strip();
        assertThat(token).matches("lw_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");
        assertThat(said.err()).contains("the only time").doesNotContain(token);
        String kept = Files.readString(file());
        assertThat(kept).contains("model-server ingest:credit-*,read ").doesNotContain(token.substring(16));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(run("list").out())
                .contains("model-server", "ingest:credit-* read", "never")
                .doesNotContain(token.substring(16));
    }

    @Test
    void aTokenThatIsRevokedIsGoneAndRemarksStay() throws Exception {
        String first = create("first", "90d").substring(3, 15);
        Files.writeString(file(), Files.readString(file()) + "# a remark\n");
        String second = create("second", "1h").substring(3, 15);
        assertThat(run("revoke", first).code()).isZero();
        assertThat(Files.readString(file())).contains("# a remark", second).doesNotContain(first);
        Said again = run("revoke", first);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("no token of " + file() + " has that id");
    }

    @Test
    void aFileThatIsALinkStaysOne() throws Exception {
        String unused = create("first", "1d");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file());
        StringWriter out = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute("token", "create", "--name", "second", "--scope", "read", "--file", link.toString());
        assertThat(code).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file())).contains(" second ");
        assertThat(unused).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create --name x --scope write",
                "create --name x --scope read:credit",
                "create --name x\ny --scope read",
                "create --name x --scope read --expires soon",
                "create --name x --scope read --expires 0d",
                "create --name x",
                "create --scope read",
                "revoke"
            })
    void whatCannotBeMeantIsWrongUsageAndChangesNothing(String arguments) {
        assertThat(run(arguments.split(" ")).code()).isEqualTo(2);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aBrokenFileIsNotMadeWorse() throws Exception {
        Files.writeString(file(), "nonsense\n");
        Said said = run("list");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("line 1: it has not 7 columns").doesNotContain("nonsense");
    }

    private String create(String name, String expires) {
        return run("create", "--name", name, "--scope", "read", "--expires", expires)
                .out();
    }

    private Path file() {
        return folder.resolve("tokens");
    }

    private Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 3];
        all[0] = "token";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--file";
        all[arguments.length + 2] = file().toString();
        int code = line.execute(all);
        return new Said(code, out.toString(), err.toString());
    }

    private record Said(int code, String out, String err) {}
}
