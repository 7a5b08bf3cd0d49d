package io.github.auraauth.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortOrdersTest {
    private static final int COUNT = 2_000;
    private static final Document BY_NUMBER = new Document("number", 1);

    private final List<Document> made = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final SortOrders orders = new SortOrders(
            position -> {
                looks.incrementAndGet();
                return Optional.of(new Document("number", COUNT - position));
            },
            () -> IntStream.range(0, COUNT),
            made::add);

    @Test
    void positions_ofAPreparedOrder_looksAtNoDocument() {
        orders.prepare(BY_NUMBER, COUNT);
        looks.set(0);
        assertThat(orders.positions(new Document(), BY_NUMBER, Optional.empty(), COUNT)
                        .orElseThrow())
                .hasSize(COUNT)
                .startsWith(COUNT - 1, COUNT - 2);
        assertThat(looks).hasValue(0);
        assertThat(made).containsExactly(BY_NUMBER);
    }

    @Test
    void prepare_fewDocuments_makesNone() {
        orders.prepare(BY_NUMBER, 10);
        assertThat(made).isEmpty();
    }

    @Test
    void remove_amongManyDocuments_looksAtFew() {
        orders.prepare(BY_NUMBER, COUNT);
        looks.set(0);
        orders.remove(COUNT / 3);
        assertThat(looks.get()).isLessThan(30);
        assertThat(orders.positions(new Document(), BY_NUMBER, Optional.empty(), COUNT)
                        .orElseThrow())
                .hasSize(COUNT - 1)
                .doesNotContain(COUNT / 3);
    }
}
