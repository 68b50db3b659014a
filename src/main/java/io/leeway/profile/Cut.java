package io.leeway.profile;

import io.leeway.sketch.Bins;

/** The bins a baseline cut for one column. */
record Cut(String baseline, Bins bins) {}
