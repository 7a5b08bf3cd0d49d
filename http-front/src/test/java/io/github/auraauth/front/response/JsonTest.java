package io.github.auraauth.front.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final DateTimeFormatter EXPECTED =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @Test
    void time_ofAnyMoment_isAsTheFormatterOfTheJdkHasIt() {
        Random random = new Random(20261201);
        Stream<Instant> some = Stream.generate(() -> Instant.ofEpochSecond(
                        random.nextLong(-70_000_000_000L, 260_000_000_000L), random.nextInt(1_000_000_000)))
                .limit(10_000);
        Stream<Instant> borders = Stream.of(
                        "1970-01-01T00:00:00Z",
                        "1969-12-31T23:59:59.999999999Z",
                        "2000-02-29T00:00:00.001Z",
                        "0000-01-01T00:00:00Z",
                        "-0001-12-31T23:59:59.999Z",
                        "9999-12-31T23:59:59.999999999Z",
                        "+10000-01-01T00:00:00Z")
                .map(Instant::parse);

        assertThat(Stream.concat(borders, some))
                .allSatisfy(time -> assertThat(Json.time(time)).isEqualTo(EXPECTED.format(time)));
    }
}
