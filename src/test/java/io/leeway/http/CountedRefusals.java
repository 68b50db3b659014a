package io.leeway.http;

import io.leeway.access.AccessMeter;
import io.leeway.access.Refusal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who was not let in, in words. */
final class CountedRefusals implements AccessMeter {
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void refused(Refusal why) {
        all.add(why.code());
    }

    @Override
    public void slowed() {
        all.add("slowed");
    }

    @Override
    public void unaudited() {
        all.add("unaudited");
    }
}
