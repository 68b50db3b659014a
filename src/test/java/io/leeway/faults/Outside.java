package io.leeway.faults;

import io.leeway.notify.Fate;
import io.leeway.notify.Mailer;
import io.leeway.series.Point;
import io.leeway.series.SeriesWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The series server and the people who get mail: they know nothing of crashes. A server keeps what a point does not name. */
final class Outside implements SeriesWriter, Mailer {
    private final Fuse fuse;
    private final Map<Place, Map<String, Object>> points = new HashMap<>();
    private final List<String> mails = new ArrayList<>();

    Outside(Fuse fuse) {
        this.fuse = fuse;
    }

    /** Others who know what these know. */
    Outside(Outside other, Fuse fuse) {
        this(fuse);
        other.points.forEach((place, fields) -> points.put(place, new LinkedHashMap<>(fields)));
        mails.addAll(other.mails);
    }

    /** Which row of a series. */
    record Place(String measurement, Map<String, String> tags, Instant time) {}

    Map<Place, Map<String, Object>> points() {
        return points;
    }

    /** The names of the mails that arrived, in order. */
    List<String> mails() {
        return mails;
    }

    @Override
    public List<Refusal> write(List<Point> written) {
        fuse.moment("before points are written");
        for (int i = 0; i < written.size(); i++) {
            Point point = written.get(i);
            points.computeIfAbsent(
                            new Place(point.measurement(), point.tags(), point.time()), unused -> new LinkedHashMap<>())
                    .putAll(point.fields());
            if (i == written.size() / 2) {
                fuse.moment("with half of the points written");
            }
        }
        fuse.moment("behind points written");
        return List.of();
    }

    @Override
    public void drop(String model) {
        fuse.moment("before a model's points are dropped");
        points.keySet().removeIf(place -> model.equals(place.tags().get("model")));
        fuse.moment("behind a model's points dropped");
    }

    @Override
    public Map<String, Fate> deliver(Envelope envelope) {
        fuse.moment("before a mail");
        mails.add(envelope.name());
        fuse.moment("behind a mail");
        Map<String, Fate> fates = new HashMap<>();
        envelope.recipients().forEach(address -> fates.put(address, new Fate.Accepted()));
        return fates;
    }

    @Override
    public boolean reachable() {
        return true;
    }

    @Override
    public void close() {
        points.clear();
    }
}
