package io.leeway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may know which. This table is the architecture: change it on purpose. */
class ArchitectureTest {
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("bytes", Set.of()),
            entry("event", Set.of("bytes")),
            entry("sketch", Set.of("bytes")),
            entry("statistics", Set.of("sketch")),
            entry("catalog", Set.of("bytes", "event")),
            entry("series", Set.of("bytes", "event")),
            entry("state", Set.of()),
            entry("memory", Set.of("bytes", "event", "state")),
            entry("profile", Set.of("bytes", "event", "catalog", "sketch")),
            entry("truth", Set.of("bytes", "event", "catalog", "sketch", "statistics")),
            entry("cause", Set.of("bytes", "event", "catalog", "change", "sketch", "statistics", "truth")),
            entry("sequential", Set.of()),
            entry("joint", Set.of("bytes", "sketch", "statistics")),
            entry("change", Set.of("bytes", "sketch", "sequential")),
            entry("estimate", Set.of("bytes", "sketch", "statistics")),
            entry("drift", Set.of("bytes", "event", "catalog", "profile", "sketch", "statistics")),
            entry("text", Set.of()),
            entry("access", Set.of("text")),
            entry("alert", Set.of("series", "text")),
            entry("routing", Set.of("alert", "text")),
            entry("notify", Set.of("bytes", "alert", "routing", "state", "text")),
            entry("ingest", Set.of("bytes", "event", "catalog", "state")),
            entry(
                    "monitor",
                    Set.of(
                            "bytes",
                            "event",
                            "catalog",
                            "ingest",
                            "memory",
                            "sketch",
                            "statistics",
                            "profile",
                            "truth",
                            "sequential",
                            "change",
                            "cause",
                            "joint",
                            "drift",
                            "estimate",
                            "series",
                            "state")),
            entry("wire", Set.of("event", "catalog", "ingest")),
            entry(
                    "http",
                    Set.of(
                            "event",
                            "catalog",
                            "ingest",
                            "wire",
                            "series",
                            "statistics",
                            "truth",
                            "estimate",
                            "sequential",
                            "change",
                            "cause",
                            "drift",
                            "joint",
                            "monitor",
                            "alert",
                            "notify",
                            "links",
                            "access")),
            entry("links", Set.of()),
            entry("influx", Set.of("series")),
            entry("mail", Set.of("alert", "notify")),
            entry("webhook", Set.of("notify")),
            entry("files", Set.of("access")),
            entry("yaml", Set.of("catalog", "alert", "routing", "notify", "text")),
            entry("rehearsal", Set.of("catalog", "alert", "notify", "state", "mail", "yaml")),
            entry("rocks", Set.of("bytes", "series", "state", "notify")),
            entry("segments", Set.of("bytes", "ingest")),
            entry("telemetry", Set.of("ingest", "monitor", "series", "alert", "notify", "access")));

    /** The packages that only compute: no thread, no lock, no clock, no framework, no input or output. */
    private static final String[] CORE = {
        "io.leeway.bytes..",
        "io.leeway.event..",
        "io.leeway.sketch..",
        "io.leeway.statistics..",
        "io.leeway.catalog..",
        "io.leeway.series..",
        "io.leeway.state..",
        "io.leeway.memory..",
        "io.leeway.text..",
        "io.leeway.access..",
        "io.leeway.profile..",
        "io.leeway.truth..",
        "io.leeway.estimate..",
        "io.leeway.sequential..",
        "io.leeway.change..",
        "io.leeway.cause..",
        "io.leeway.joint..",
        "io.leeway.drift..",
        "io.leeway.alert..",
        "io.leeway.routing..",
        "io.leeway.notify..",
        "io.leeway.ingest..",
        "io.leeway.monitor.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.leeway");

    @TestFactory
    Stream<DynamicTest> everyPackageKnowsOnlyWhatTheTableAllows() {
        return new TreeMap<>(MAY_KNOW)
                .entrySet().stream()
                        .map(row ->
                                DynamicTest.dynamicTest(row.getKey(), () -> knowsOnly(row.getKey(), row.getValue())));
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> known = new java.util.HashSet<>(MAY_KNOW.keySet());
        known.add("app");
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .isSubsetOf(known);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.leeway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theCoreKnowsNoFramework() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.leeway..",
                        "java.lang..",
                        "java.io..",
                        "java.math..",
                        "java.nio",
                        "java.nio.charset..",
                        "java.security..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..",
                        "org.apache.commons.math3..",
                        "org.apache.commons.statistics.."))
                .check(CLASSES);
    }

    @Test
    void threadsAndLocksStayOutOfTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.concurrent..")
                        .and(not(com.tngtech.archunit.base.DescribedPredicate.describe(
                                "CompletionStage",
                                type -> type.getFullName().equals("java.util.concurrent.CompletionStage")))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(CLASSES);
    }

    @Test
    void theWallClockIsReadOnlyAtTheRoot() {
        noClasses()
                .that(not(resideInAPackage("io.leeway.app..")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    private static void knowsOnly(String name, Set<String> others) {
        String[] allowed = Stream.concat(Stream.of(name), others.stream())
                .map(other -> "io.leeway." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("io.leeway." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.leeway..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
