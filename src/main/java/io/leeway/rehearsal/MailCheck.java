package io.leeway.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what is claimed of mails against those that the mail server took. */
final class MailCheck {
    private static final int MOST_LISTED = 12;

    private final Scenario scenario;
    private final List<TakenMail> taken;
    private final Map<String, String> threads = new HashMap<>();
    private final Set<Integer> claimed = new HashSet<>();
    private final List<Difference> found = new ArrayList<>();

    MailCheck(Scenario scenario, List<TakenMail> taken) {
        this.scenario = scenario;
        this.taken = taken;
    }

    /** In the order of the claims, then what was not to come. */
    List<Difference> differences() {
        found.clear();
        scenario.mails().ifPresent(claims -> {
            claims.forEach(this::check);
            if (found.isEmpty()) {
                tellUnclaimed();
            }
        });
        scenario.mailsNot().forEach(this::checkNot);
        return List.copyOf(found);
    }

    private void check(MailClaim claim) {
        List<Integer> like = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            if (!claimed.contains(i) && isLike(claim, taken.get(i))) {
                like.add(i);
            }
        }
        claimed.addAll(like);
        claim.wanted()
                .thread()
                .filter(unused -> !like.isEmpty())
                .ifPresent(name -> threads.put(name, taken.get(like.get(0)).thread()));
        if (like.size() != claim.count()) {
            found.add(new Difference(claim.place(), sentence(claim, like.size())));
        }
    }

    private boolean isLike(MailClaim claim, TakenMail mail) {
        return inTime(claim, mail) && mismatch(claim.wanted(), mail).isEmpty();
    }

    private static boolean inTime(MailClaim claim, TakenMail mail) {
        return !mail.at().isBefore(claim.at()) && !mail.at().isAfter(claim.until());
    }

    /** In what a mail is not as wanted; empty if it is. */
    private Optional<String> mismatch(MailClaim.Wanted wanted, TakenMail mail) {
        if (!wanted.to().isEmpty() && !wanted.to().equals(mail.to())) {
            return Optional.of("it is not to " + String.join(", ", wanted.to()));
        }
        if (!mail.subject().contains(wanted.subject())) {
            return Optional.of("its subject lacks \"" + wanted.subject() + "\"");
        }
        Optional<String> thread = wanted.replyIn()
                .filter(name -> !mail.reply() || !mail.thread().equals(threads.get(name)))
                .map(name -> "it does not go on with thread " + name);
        return thread.or(() -> wanted.textHas().stream()
                .filter(part -> !mail.flatText().contains(part))
                .findFirst()
                .map(part -> "its text lacks \"" + part + "\""));
    }

    private void tellUnclaimed() {
        for (int i = 0; i < taken.size(); i++) {
            if (!claimed.contains(i)) {
                found.add(
                        new Difference(scenario.place(), "a mail that no line of mails claims: " + line(taken.get(i))));
            }
        }
    }

    private void checkNot(String part) {
        taken.stream()
                .filter(mail -> mail.subject().contains(part) || mail.flatText().contains(part))
                .forEach(mail -> found.add(new Difference(
                        scenario.place(),
                        "mails_not says that no mail has \"" + part + "\", but there is " + line(mail))));
    }

    private String sentence(MailClaim claim, int like) {
        return like + " mails from " + scenario.times().text(claim.at()) + " to "
                + scenario.times().text(claim.until()) + " are as claimed, not " + claim.count() + "; there are"
                + (taken.isEmpty() ? " none at all" : listed(claim));
    }

    private String listed(MailClaim claim) {
        StringBuilder lines = new StringBuilder(":");
        for (TakenMail mail : taken.subList(0, Math.min(MOST_LISTED, taken.size()))) {
            String why = mismatch(claim.wanted(), mail).map(it -> ": " + it).orElse("");
            lines.append("\n      ").append(line(mail)).append(why);
        }
        int more = taken.size() - MOST_LISTED;
        return more > 0 ? lines + "\n      and " + more + " more" : lines.toString();
    }

    private String line(TakenMail mail) {
        return scenario.times().text(mail.at()) + (mail.reply() ? " reply" : "") + " to " + String.join(", ", mail.to())
                + ": " + mail.subject();
    }
}
