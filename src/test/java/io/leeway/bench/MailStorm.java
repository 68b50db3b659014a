package io.leeway.bench;

import io.leeway.mail.FaultyServer;
import io.leeway.mail.Storm;
import io.leeway.notify.Tables;
import io.leeway.rocks.RocksStore;
import io.leeway.state.Store;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.util.List;

/** How long after the wait everybody has their mail when 200 models of 50 inputs break at once. */
final class MailStorm implements Part {
    @Override
    public String name() {
        return "storm";
    }

    @Override
    public List<Table> measure(Plan plan) throws IOException {
        Table table = new Table("200 models of 50 inputs break at once", "owners", "mails", "seconds behind the wait");
        for (int owners : new int[] {1, 20, Storm.MODELS}) {
            try (Store store = RocksStore.open(plan.freshData(), Tables.all());
                    FaultyServer server = new FaultyServer()) {
                Storm.Outcome storm = new Storm(store, owners).breaks(server.port());
                table.add(
                        (long) owners, (long) storm.pass().sent(), storm.took().toMillis() / 1e3);
            } catch (InvalidYamlException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.of(table);
    }
}
