package io.leeway.rehearsal;

import io.leeway.rehearsal.Expectation.State;
import io.leeway.rehearsal.Expectation.StateClaim;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.Section;
import io.leeway.yaml.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads what a scenario claims: {@code expect} and {@code mails}. */
final class ClaimReader {
    private static final long MOST = 100_000;

    private final AlertFiles alerts;
    private final Times times;

    ClaimReader(AlertFiles alerts, Times times) {
        this.alerts = alerts;
        this.times = times;
    }

    Optional<Expectation> expectation(Section section) {
        section.only("at", "state", "mails", "open");
        Optional<Instant> at = section.needed("at").flatMap(times::instant);
        List<StateClaim> states = section.section("state").map(this::states).orElse(List.of());
        OptionalInt mails = count(section, "mails");
        OptionalInt open = count(section, "open");
        return at.map(instant -> new Expectation(instant, section.place(), states, mails, open));
    }

    Optional<MailClaim> mail(Section section) {
        section.only("at", "within", "to", "subject", "thread", "reply_in", "text_has", "count");
        Optional<Instant> at = section.needed("at").flatMap(times::instant);
        Duration within = section.text("within").flatMap(Times::span).orElse(MailClaim.WITHIN);
        MailClaim.Wanted wanted = new MailClaim.Wanted(
                section.texts("to").stream()
                        .flatMap(text -> address(text).stream())
                        .toList(),
                section.text("subject").map(Text::value).orElse(""),
                section.text("thread").map(Text::value),
                section.text("reply_in").map(Text::value),
                section.texts("text_has").stream().map(Text::value).toList());
        int count = count(section, "count").orElse(1);
        return at.map(instant -> new MailClaim(instant, within, section.place(), wanted, count));
    }

    private Optional<String> address(Text text) {
        List<String> known = alerts.receivers().all().values().stream()
                .flatMap(receiver -> receiver.addresses().stream())
                .distinct()
                .toList();
        return text.oneOf(known, address -> address);
    }

    private List<StateClaim> states(Section rules) {
        String[] known = alerts.rules().stream().map(rule -> rule.name()).toArray(String[]::new);
        rules.only(known);
        List<StateClaim> claims = new ArrayList<>();
        rules.keys().stream()
                .filter(rule -> List.of(known).contains(rule))
                .forEach(rule -> claims.addAll(states(rules, rule)));
        return claims;
    }

    /** {@code rule: ok} is about all instances, {@code rule: {age: ok}} about those with that label. */
    private static List<StateClaim> states(Section rules, String rule) {
        if (!rules.isSection(rule)) {
            return rules.needed(rule).flatMap(text -> state(rule, "", text)).stream()
                    .toList();
        }
        return rules.section(rule).stream()
                .flatMap(labels -> labels.keys().stream()
                        .flatMap(label -> labels.needed(label).flatMap(text -> state(rule, label, text)).stream()))
                .toList();
    }

    private static Optional<StateClaim> state(String rule, String label, Text text) {
        return text.oneOf(Arrays.asList(State.values()), State::text).map(state -> new StateClaim(rule, label, state));
    }

    private static OptionalInt count(Section section, String key) {
        OptionalLong count = section.text(key).map(text -> text.whole(0, MOST)).orElse(OptionalLong.empty());
        return count.isPresent() ? OptionalInt.of((int) count.getAsLong()) : OptionalInt.empty();
    }
}
