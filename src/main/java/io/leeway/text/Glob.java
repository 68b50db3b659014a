package io.leeway.text;

/** A name in which {@code *} stands for any characters; nothing else is special. */
public record Glob(String text) {
    public boolean matches(String name) {
        String[] parts = text.split("\\*", -1);
        if (parts.length == 1) {
            return name.equals(text);
        }
        String last = parts[parts.length - 1];
        int at = name.startsWith(parts[0]) ? parts[0].length() : -1;
        for (int i = 1; i < parts.length - 1 && at >= 0; i++) {
            int found = name.indexOf(parts[i], at);
            at = found < 0 ? -1 : found + parts[i].length();
        }
        return at >= 0 && name.length() - at >= last.length() && name.endsWith(last);
    }
}
