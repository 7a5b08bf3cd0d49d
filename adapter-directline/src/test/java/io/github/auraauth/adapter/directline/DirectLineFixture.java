package io.github.auraauth.adapter.directline;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.fakes.directline.DirectLineRequest;
import io.github.auraauth.fakes.directline.ScriptedDirectLine;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The adapter, over a fake Direct Line and the real client. */
final class DirectLineFixture implements AutoCloseable {
    final SettableClock clock = SettableClock.startingNow();
    final ScriptedDirectLine fake;
    final DirectLineConversations conversations;
    final DirectLineConversations withoutSecret;
    private final OutgoingHttp http;

    /** @param retries of calls that fail */
    DirectLineFixture(int retries, String... secrets) {
        this.fake = ScriptedDirectLine.start(0, List.of(secrets), InstantSource.system(), new SecureRandom());
        this.http = OutgoingHttp.open(
                new OutgoingHttpConfig(true, Duration.ofSeconds(60), 50, Duration.ofSeconds(5), retries, List.of()),
                new SimpleMeterRegistry(),
                InstantSource.system());
        this.conversations = new DirectLineConversations(config(secrets), http.upstream("direct-line"), clock);
        this.withoutSecret = new DirectLineConversations(config(), http.upstream("direct-line"), clock);
    }

    private DirectLineConfig config(String... secrets) {
        return new DirectLineConfig(
                fake.conversations(), Stream.of(secrets).map(Secret::ofText).toList());
    }

    /** The secrets that the fake was asked with since so many requests. */
    List<String> bearersSince(int requests) {
        return fake.asked().stream()
                .skip(requests)
                .map(DirectLineRequest::bearer)
                .toList();
    }

    static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis), InstantSource.system());
    }

    @Override
    public void close() {
        fake.close();
        http.close();
    }
}
