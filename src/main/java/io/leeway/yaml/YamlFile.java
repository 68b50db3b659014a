package io.leeway.yaml;

/**
 * The text of a file.
 *
 * @param name as problems tell it
 */
public record YamlFile(String name, String text) {}
