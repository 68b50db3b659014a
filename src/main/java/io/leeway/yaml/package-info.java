/**
 * Files that people write, read into records: every problem at once, each with its file, line and column and a sentence
 * that says what to write instead. Only a plain subset of YAML is read: one document, no anchors, no tags, no key twice,
 * no key that nobody knows. Decides nothing but whether a file can be understood.
 */
@NullMarked
package io.leeway.yaml;

import org.jspecify.annotations.NullMarked;
