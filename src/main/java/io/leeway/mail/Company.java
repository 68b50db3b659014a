package io.leeway.mail;

import io.leeway.notify.Circle;
import io.leeway.notify.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who else got what a mail says, and what happens while nobody acknowledges it, in words. */
final class Company {
    private Company() {}

    /** Sentences with a blank behind each; of an incident that is over only who else was told. */
    static String of(Letter letter) {
        Circle circle = letter.circle();
        String others = String.join(", ", circle.others());
        String also =
                circle.others().isEmpty() ? "" : "So " + (circle.others().size() == 1 ? "is " : "are ") + others + ". ";
        return letter.incident().open() ? also + unless(circle) : also;
    }

    private static String unless(Circle circle) {
        List<String> more = new ArrayList<>(circle.repeatEvery().stream()
                .map(every -> "you are told again after " + words(every))
                .toList());
        circle.later().stream()
                .map(later -> later.receiver() + " is told " + words(later.after()) + " after the first mail")
                .forEach(more::add);
        return more.isEmpty()
                ? ""
                : more.stream().collect(Collectors.joining(" and ", "Unless somebody acknowledges it, ", ". "));
    }

    private static String words(Duration duration) {
        String hours = duration.toHours() + " h";
        String minutes = duration.toMinutesPart() + " min";
        return duration.toHours() == 0 ? minutes : duration.toMinutesPart() == 0 ? hours : hours + " " + minutes;
    }
}
