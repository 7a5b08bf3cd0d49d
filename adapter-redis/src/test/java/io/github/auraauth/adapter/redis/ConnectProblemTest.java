package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectProblemTest {
    private static final Throwable REFUSED = new RedisCommandExecutionException("WRONGPASS invalid password");
    private static final Throwable ENDED = new RedisConnectionException("Connection closed prematurely");

    private final ConnectProblem problem = new ConnectProblem();

    @Test
    void found_endedOnceThenRefused_tellsTheRefusal() {
        fails(ENDED, false);
        assertThat(known()).isEmpty();

        fails(REFUSED, false);
        assertThat(known()).contains("AURA_REDIS_PASSWORD");
    }

    @Test
    void found_endedOnceAfterARefusal_stillTellsTheRefusal() {
        fails(REFUSED, false);
        fails(ENDED, false);

        assertThat(known()).contains("AURA_REDIS_PASSWORD");
    }

    @Test
    void found_endedTwice_isBelieved() {
        fails(REFUSED, false);
        fails(ENDED, false);
        fails(ENDED, false);

        assertThat(known()).contains("AURA_REDIS_TLS=true");
    }

    @Test
    void found_endedOnceOnEitherSideOfASuccess_isNotBelieved() {
        fails(ENDED, false);
        problem.solved();
        fails(ENDED, false);

        assertThat(known()).isEmpty();
    }

    @Test
    void found_endedOnceOverTls_waitsForTheNext() {
        fails(ENDED, true);
        fails(REFUSED, true);

        assertThat(problem.await(Duration.ofSeconds(1)).orElse("")).contains("AURA_REDIS_PASSWORD");
    }

    private void fails(Throwable failure, boolean withTls) {
        problem.found(ConnectFailure.of(failure, withTls));
    }

    private String known() {
        return problem.await(Duration.ZERO).orElse("");
    }
}
