package io.leeway.yaml;

/** Every file says which version of its grammar it is written in. */
final class Versions {
    private Versions() {}

    static void check(Section file) {
        file.needed("version")
                .filter(version -> !version.value().equals("1"))
                .ifPresent(version -> version.problem("only version 1 is known, not " + version.value()));
    }
}
