package io.github.auraauth.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of a server that developers may give, in each form that it has. */
class TestDatabaseTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://127.0.0.1:27017, mongodb://127.0.0.1:27017/?directConnection=true",
        "mongodb://127.0.0.1:27017/, mongodb://127.0.0.1:27017/?directConnection=true",
        "mongodb://127.0.0.1:27017/admin, mongodb://127.0.0.1:27017/admin?directConnection=true",
        "mongodb://127.0.0.1:27017/?w=1, mongodb://127.0.0.1:27017/?w=1&directConnection=true"
    })
    void withOption_uriOfAnyForm_isAConnectionStringWithIt(String uri, String expected) {
        assertThat(TestDatabase.withOption(uri, "directConnection=true")).isEqualTo(expected);
        assertThat(new ConnectionString(expected).isDirectConnection()).isTrue();
    }
}
