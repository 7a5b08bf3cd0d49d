package io.github.auraauth.usecase.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.invalidation.LogPosition;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InvalidationViewTest {
    private static final long USER = 0x8000_0000_0000_0001L;

    private final InvalidationView view = new InvalidationView();

    @Test
    void finished_changesOfTwoWriters_namesBoth() {
        view.add(of("a", 1), USER, false);
        view.add(of("b", 1), USER, false);

        assertThat(view.finished(USER)).contains(Set.of(of("a", 1), of("b", 1)));
    }

    @Test
    void finished_oneOfTwoPending_isEmpty() {
        view.add(of("a", 1), USER, true);
        view.add(of("a", 2), USER, true);

        view.finish(of("a", 2), USER);

        assertThat(view.finished(USER)).isEmpty();
        assertThat(view.isPending(USER)).isTrue();
    }

    @Test
    void finished_oneWriterOneAfterTheOther_namesTheLast() {
        for (long number = 1; number <= 1_000; number++) {
            view.add(of("a", number), USER, true);
            view.finish(of("a", number), USER);
        }

        assertThat(view.finished(USER)).contains(Set.of(of("a", 1_000)));
        assertThat(view.size()).isEqualTo(1);
    }

    @Test
    void accepts_valueFromBetweenTwoChanges_isFalse() {
        view.add(of("a", 1), USER, false);
        Set<LogPosition> between = view.finished(USER).orElseThrow();

        view.add(of("a", 2), USER, true);
        assertThat(view.accepts(USER, between)).isFalse();
        view.finish(of("a", 2), USER);

        assertThat(view.accepts(USER, between)).isFalse();
        assertThat(view.accepts(USER, Set.of(of("a", 2)))).isTrue();
    }

    @Test
    void accepts_olderChangePendingWhileANewerEnded_isFalseUntilBothEnded() {
        view.add(of("a", 1), USER, true);
        view.add(of("a", 2), USER, false);
        assertThat(view.accepts(USER, Set.of(of("a", 2)))).isFalse();

        view.finish(of("a", 1), USER);

        assertThat(view.accepts(USER, Set.of(of("a", 2)))).isFalse();
        assertThat(view.accepts(USER, Set.of(of("a", 1), of("a", 2)))).isTrue();
    }

    @Test
    void forget_belowANumber_leavesThatOneAndOtherWriters() {
        view.add(of("a", 1), 1, false);
        view.add(of("a", 2), 2, true);
        view.add(of("b", 1), 3, false);

        view.forget("a", 2);

        assertThat(view.finished(1)).contains(Set.of());
        assertThat(view.isPending(2)).isTrue();
        assertThat(view.finished(3)).contains(Set.of(of("b", 1)));
        assertThat(view.size()).isEqualTo(2);
    }

    @Test
    void finished_manyUsers_namesTheOneOfEach() {
        long[] users = new Random(1).longs(50_000).toArray();
        for (int i = 0; i < users.length; i++) {
            view.add(of("a", i + 1), users[i], i % 7 == 0);
        }

        view.forget("a", 20_001);

        assertThat(view.size()).isEqualTo(30_000);
        for (int i = 0; i < users.length; i++) {
            assertThat(view.isPending(users[i])).isEqualTo(i >= 20_000 && i % 7 == 0);
            if (!view.isPending(users[i])) {
                assertThat(view.finished(users[i])).contains(i < 20_000 ? Set.of() : Set.of(of("a", i + 1)));
            }
        }
    }

    @Test
    void finished_sameFirstHalfOfTheFingerprint_areToldApart() {
        List<Long> users =
                LongStream.range(0, 500).map(low -> -1L << 32 | low).boxed().toList();
        for (int i = 0; i < users.size(); i++) {
            view.add(of("a", i + 1), users.get(i), false);
        }

        for (int i = 0; i < users.size(); i++) {
            assertThat(view.finished(users.get(i))).contains(Set.of(of("a", i + 1)));
        }
    }

    @Test
    void accepts_whileOthersAreAddedAndForgotten_neverForgetsTheOneThatStays() throws Exception {
        view.add(of("kept", 1), USER, false);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Long> wrong = reader.submit(() -> LongStream.range(0, 3_000_000)
                    .filter(time -> view.accepts(USER, Set.of()))
                    .count());
            Random random = new Random(2);
            for (long number = 1; !wrong.isDone(); number++) {
                view.add(of("other", number), random.nextLong(), number % 3 == 0);
                if (number % 1_000 == 0) {
                    view.forget("other", number - 100);
                }
            }

            assertThat(wrong.get()).isZero();
        } finally {
            reader.shutdownNow();
        }
    }

    private static LogPosition of(String writer, long number) {
        return new LogPosition(writer, number);
    }
}
