package io.leeway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.Effort;
import io.leeway.faults.History.Death;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A process that ends between any two of its steps changes nothing: what was acknowledged is counted once, every window
 * that changed is reported, stored and judged, and every mail goes out. Each chapter of the {@link Story} is begun where
 * the undisturbed history left it, and its end must be the same.
 */
class CrashTest {
    private static final History.Fate TWO_LANES = new History.Fate(life -> 2, Death.KILLED);
    private static final History.Fate WITHOUT_POWER = new History.Fate(life -> 2, Death.POWER_LOST);
    private static final List<Chapter> CHAPTERS = chapters();

    /** A chapter as it goes when nothing happens. */
    private record Chapter(History before, List<Story.Step> steps, int moments, Outcome end) {}

    @Test
    void theStoryHoldsWhateverCouldBeLost() {
        Outcome end = CHAPTERS.get(CHAPTERS.size() - 2).end();
        assertThat(end.reports()).isNotEmpty();
        assertThat(end.series()).hasSizeGreaterThan(end.reports().size());
        assertThat(end.incidents()).singleElement().asString().contains("RESOLVED CRITICAL from 2024-03-06T00:00:00Z");
        assertThat(end.arrived()).hasSize(2).isEqualTo(end.mails().keySet());
        assertThat(CHAPTERS)
                .allSatisfy(chapter -> assertThat(chapter.end().owed()).isZero());
    }

    @Test
    void ofAModelThatWasErasedNothingIsLeftBesideTheNewOneOfItsName() {
        Outcome end = CHAPTERS.get(CHAPTERS.size() - 1).end();
        assertThat(end.reports().keySet()).isNotEmpty().noneMatch(name -> name.matches("(?s).*2024-03-2[67].*"));
        assertThat(end.series().keySet()).isNotEmpty().noneMatch(name -> name.matches("(?s).*2024-03-2[67].*"));
        assertThat(end.incidents()).hasSize(2).noneMatch(incident -> incident.contains("FIRING"));
    }

    /** The lanes have committed, and nobody has looked at it yet. */
    @Test
    void aWindowChangedJustBeforeACrashIsReportedStoredAndJudgedAfterIt() {
        Chapter drifts = CHAPTERS.get(1);
        History history = drifts.before().branch(Fuse.never(), TWO_LANES);
        drifts.steps().subList(0, drifts.steps().size() - Story.SETTLED_BY).forEach(history::live);
        history.live(new Story.Step(Traffic.start(3), World::commitAll));
        assertThat(history.outcome().incidents()).isEmpty();
        assertThat(history.outcome().arrived()).isEmpty();
        history.die();
        history.live(new Story.Step(Traffic.start(3), World::settle));
        drifts.end().assertSame(history.outcome(), "killed behind the commits of the lanes");
        assertThat(history.outcome().arrived()).isNotEmpty();
    }

    @Test
    void aProcessKilledAtAnyMomentIsContinuedByTheNext() {
        for (Chapter chapter : CHAPTERS) {
            for (int moment = 0; moment < chapter.moments(); moment++) {
                History history = assertSame(chapter, Fuse.at(moment), TWO_LANES);
                assertThat(history.outside().mails().size())
                        .as("at most one mail twice")
                        .isLessThanOrEqualTo(chapter.end().mails().size() + 1);
            }
        }
    }

    @Test
    void aProcessKilledWhileItRecoversAndTakenUpWithOtherLanesIsContinuedByTheNext() {
        Random random = new Random(7);
        for (int i = 0; i < Effort.times(60); i++) {
            Chapter chapter = CHAPTERS.get(i % CHAPTERS.size());
            int first = random.nextInt(chapter.moments());
            Fuse fuse = Fuse.at(first, first + 1 + random.nextInt(12), first + 13 + random.nextInt(12));
            int lanes = random.nextInt(4);
            assertSame(chapter, fuse, new History.Fate(life -> 1 + (life + lanes) % 4, Death.KILLED));
        }
    }

    @Test
    void aLossOfPowerAtAnyMomentTakesNothingThatTheJournalNoLongerHolds() {
        for (Chapter chapter : CHAPTERS) {
            for (int moment = 0; moment < chapter.moments(); moment += Effort.times(1) > 1 ? 1 : 3) {
                assertSame(chapter, Fuse.at(moment), WITHOUT_POWER);
            }
        }
    }

    @CanIgnoreReturnValue
    private static History assertSame(Chapter chapter, Fuse fuse, History.Fate fate) {
        History history = chapter.before().branch(fuse, fate);
        Outcome outcome = history.live(chapter.steps());
        assertThat(history.deaths()).isNotEmpty();
        chapter.end().assertSame(outcome, "killed " + history.deaths());
        return history;
    }

    private static List<Chapter> chapters() {

        List<Chapter> chapters = new ArrayList<>();
        History before = new History(Fuse.never(), TWO_LANES);
        for (List<Story.Step> steps : Story.chapters()) {
            History lived = before.branch(Fuse.never(), TWO_LANES);
            Outcome end = lived.live(steps);
            chapters.add(new Chapter(before, steps, lived.moments(), end));
            before = lived;
        }
        return chapters;
    }
}
