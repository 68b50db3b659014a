package io.leeway.alert;

/**
 * An instance of a rule within an incident.
 *
 * @param name what tells it from the other members: the feature; empty when the incident can only have one member
 */
public record Member(String name, Tags instance, Episode episode) {
    public boolean firing() {
        return episode.cleared().isEmpty();
    }
}
