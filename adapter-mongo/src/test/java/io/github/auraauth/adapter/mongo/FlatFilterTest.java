package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class FlatFilterTest {
    @Test
    void of_severalFields_isOneDocument() {
        assertThat(FlatFilter.of(eq("a", 1), FlatFilter.of(exists("b", false), empty()), eq("c", "x")))
                .isEqualTo(BsonDocument.parse("{a: 1, b: {$exists: false}, c: 'x'}"));
    }

    @Test
    void of_boundsOfOneField_holdsBoth() {
        assertThat(FlatFilter.of(eq("_id", "w"), gte("v", 1), lt("v", 5)))
                .isEqualTo(BsonDocument.parse("{_id: 'w', v: {$gte: 1, $lt: 5}}"));
    }

    @Test
    void of_twoValuesOfOneField_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FlatFilter.of(eq("a", 1), eq("a", 2)));
    }

    @Test
    void of_oneOperatorTwiceOnOneField_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlatFilter.of(gte("v", 1), lt("v", 5), gte("v", 3)))
                .withMessageContaining("v");
    }
}
