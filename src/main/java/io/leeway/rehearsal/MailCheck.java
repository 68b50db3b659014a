package io.leeway.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            tellUnclaimed();
        });
        scenario.mailsNot().forEach(this::checkNot);
        return List.copyOf(found);
    }

    private void check(MailClaim claim) {
        List<Integer> like = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            if (!claimed.contains(i) && inTime(claim, taken.get(i)) && like(claim.wanted(), taken.get(i))) {
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

    private static boolean inTime(MailClaim claim, TakenMail mail) {
        return !mail.at().isBefore(claim.at()) && !mail.at().isAfter(claim.until());
    }

    private boolean like(MailClaim.Wanted wanted, TakenMail mail) {
        boolean threaded = wanted.replyIn()
                .map(name -> mail.reply() && mail.thread().equals(threads.get(name)))
                .orElse(true);
        return threaded
                && (wanted.to().isEmpty() || wanted.to().equals(mail.to()))
                && mail.subject().contains(wanted.subject())
                && wanted.textHas().stream().allMatch(part -> mail.flatText().contains(part));
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
                + (taken.isEmpty() ? " none at all" : listed());
    }

    private String listed() {
        StringBuilder lines = new StringBuilder(":");
        taken.stream()
                .limit(MOST_LISTED)
                .forEach(mail -> lines.append("\n      ").append(line(mail)));
        int more = taken.size() - MOST_LISTED;
        return more > 0 ? lines + "\n      and " + more + " more" : lines.toString();
    }

    private String line(TakenMail mail) {
        return scenario.times().text(mail.at()) + (mail.reply() ? " reply" : "") + " to " + String.join(", ", mail.to())
                + ": " + mail.subject();
    }
}
