package io.leeway.wire;

import io.leeway.ingest.Rejection.Reason;

/** What is wrong with a field of the row in hand. The detail never holds a value. */
record Complaint(Reason reason, String detail) {}
