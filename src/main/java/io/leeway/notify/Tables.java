package io.leeway.notify;

import io.leeway.state.Table;
import java.util.List;

/** What is remembered of rules, incidents and mails. */
public final class Tables {
    /** (rule, tags, end of window): a window that rules may need again. */
    static final Table WINDOWS = new Table("alert-windows");
    /** (rule, tags): where an instance stood behind the windows that are forgotten. */
    static final Table BASES = new Table("alert-bases");
    /** (rule, tags): where an instance stands behind its newest window. */
    static final Table HEADS = new Table("alert-heads");
    /** Rule: the words by which its instances were judged. */
    static final Table JUDGED = new Table("alert-rules");
    /** Identifier: an incident. */
    static final Table INCIDENTS = new Table("incidents");
    /** (incident, number): a mail as it was decided, never changed. */
    static final Table MAILS = new Table("mails");
    /** (incident, number): how far its delivery has come. */
    static final Table DELIVERIES = new Table("mail-deliveries");
    /** (incident, number) of every mail that is not delivered yet. */
    static final Table QUEUE = new Table("mail-queue");
    /** (incident, receiver): what somebody knows of an incident. */
    static final Table CONVERSATIONS = new Table("conversations");
    /** Receiver: when they were last sent mails. */
    static final Table POSTAGE = new Table("mail-postage");

    /** Identifier: a silence, until thirty days after its end. */
    static final Table SILENCES = new Table("silences");
    /** Incident: who cares for it. */
    static final Table ACKNOWLEDGEMENTS = new Table("acknowledgements");

    /** One entry: when the service last showed that it can commit. */
    static final Table PULSE = new Table("pulse");

    private static final List<Table> ALL = List.of(
            PULSE,
            WINDOWS,
            BASES,
            HEADS,
            JUDGED,
            INCIDENTS,
            MAILS,
            DELIVERIES,
            QUEUE,
            CONVERSATIONS,
            POSTAGE,
            SILENCES,
            ACKNOWLEDGEMENTS);

    private Tables() {}

    /** All of them, for whoever opens the store. */
    public static List<Table> all() {
        return ALL;
    }
}
