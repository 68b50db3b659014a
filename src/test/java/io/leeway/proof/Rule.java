package io.leeway.proof;

import io.leeway.drift.Verdict;
import java.util.Comparator;
import java.util.List;

/** A way to tell which columns of a window have drifted: the verdict, and what is done elsewhere, without calibration. */
enum Rule {
    VERDICT("Leeway") {
        @Override
        double excess(Judged.Column column) {
            return column.verdict().verdict() == Verdict.DRIFTED
                    ? column.verdict().driftScore().orElse(0)
                    : 0;
        }
    },
    PSI_10("PSI > 0.1") {
        @Override
        double excess(Judged.Column column) {
            return column.figure("psi") / 0.1;
        }
    },
    PSI_20("PSI > 0.2") {
        @Override
        double excess(Judged.Column column) {
            return column.figure("psi") / 0.2;
        }
    },
    /** Of a number; for categories the chi-squared test, its usual companion. */
    KS("KS p < 0.05") {
        @Override
        double excess(Judged.Column column) {
            double ofCategories = column.figures().get("chi2_p").orElse(1);
            return 0.05 / column.figures().get("ks_p").orElse(ofCategories);
        }
    },
    /** The distance with logarithms to base 2. */
    JS("JS > 0.1") {
        @Override
        double excess(Judged.Column column) {
            return column.figure("js") / 0.1;
        }
    },
    /** In standard deviations of the reference; for categories the Jensen-Shannon distance, its usual companion. */
    WASSERSTEIN("Wasserstein > 0.1 sd") {
        @Override
        double excess(Judged.Column column) {
            double ofCategories = column.figures().has("wasserstein") ? 0 : column.figure("js");
            return column.figures().get("wasserstein_norm").orElse(ofCategories) / 0.1;
        }
    };

    private final String text;

    Rule(String text) {
        this.text = text;
    }

    /** How far a column is beyond the rule's limit: drifted above 1. */
    abstract double excess(Judged.Column column);

    String text() {
        return text;
    }

    boolean alarms(Judged window) {
        return window.columns().stream().anyMatch(this::hasDrifted);
    }

    /** The columns that have drifted, the most conspicuous first. */
    List<String> drifted(Judged window) {
        return window.columns().stream()
                .filter(this::hasDrifted)
                .sorted(Comparator.comparingDouble(this::excess).reversed())
                .map(Judged.Column::name)
                .toList();
    }

    private boolean hasDrifted(Judged.Column column) {
        return excess(column) > 1;
    }
}
