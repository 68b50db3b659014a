package io.leeway.access;

import java.util.Locale;

/** A kind of thing that can be done. None includes another, so a token says all that it allows. */
public enum Scope {
    /** Send predictions and labels. */
    INGEST,
    /** See models, reports, incidents, mails and meters. */
    READ,
    /** Change what is watched and what is kept: settings, reference sets, deletions. */
    OPERATE;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
