package io.leeway.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence that names an incident, with places such as {@code {model}}, {@code {names}} or {@code {accuracy|percent}}
 * ({@code duration} for seconds, {@code factor} for multiples).
 * No place can fail when it is filled: all names are checked before.
 *
 * @param text as written
 */
public record Title(String text) {
    /** How many members are firing, how many there are, and which are firing. */
    public static final Set<String> GROUP_NAMES = Set.of("firing", "members", "names");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?}");

    /** The names of its places, in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            names.add(places.group(1));
        }
        return names;
    }

    /** The first filter that does not exist. */
    public Optional<String> unknownFilter() {
        return PLACE.matcher(text)
                .results()
                .map(place -> Optional.ofNullable(place.group(2)).orElse(""))
                .filter(filter -> TitleFilter.of(filter).isEmpty())
                .findFirst();
    }

    /** What may stand behind a stroke in a place. */
    public static List<String> filters() {
        return TitleFilter.names();
    }

    /** The first name that is neither in a group, nor one of these tags, nor a figure. */
    public Optional<String> unknownName(Collection<String> tags, FigureNames figures) {
        return names().stream()
                .filter(name -> !GROUP_NAMES.contains(name) && !tags.contains(name))
                .filter(name -> figures.stored(name).isEmpty())
                .findFirst();
    }

    Set<String> figures() {
        Set<String> figures = new TreeSet<>();
        names().forEach(name -> figures.add(stored(name)));
        figures.removeAll(GROUP_NAMES);
        return figures;
    }

    /** The sentence with its places filled; a place without a value is a dash. */
    String filled(Map<String, String> texts, Function<String, Optional<Double>> figures) {
        return PLACE.matcher(text).replaceAll(place -> {
            String name = place.group(1);
            TitleFilter filter = TitleFilter.of(
                            Optional.ofNullable(place.group(2)).orElse(""))
                    .orElse(TitleFilter.PLAIN);
            String value = texts.containsKey(name)
                    ? texts.get(name)
                    : figures.apply(stored(name)).map(filter::write).orElse("–");
            return Matcher.quoteReplacement(value);
        });
    }

    private static String stored(String name) {
        return name.replace(".low", "_low").replace(".high", "_high");
    }
}
