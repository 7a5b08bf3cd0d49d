package io.github.auraauth.fakes.directline;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the fake was told to do otherwise than Direct Line should, and what it was asked. */
final class DirectLineScript {
    private final List<DirectLineRequest> asked = new CopyOnWriteArrayList<>();
    private final Queue<DirectLineMisbehaviour> once = new ConcurrentLinkedQueue<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private volatile Optional<DirectLineMisbehaviour> always = Optional.empty();
    private CountDownLatch behaved = new CountDownLatch(1);
    private volatile String pause = "1";

    /** Notes the call, and answers it when the fake is to fail or to refuse it. */
    void before(Context call) {
        DirectLineRequest request = new DirectLineRequest(call.req().getMethod(), call.path(), call.headerMap());
        if (request.method().equals("OPTIONS")) {
            return;
        }
        asked.add(request);
        Optional<Failure> failure = failure();
        Optional<Refusal> refusal = Optional.ofNullable(refusals.get(request.bearer()));
        if (failure.isPresent()) {
            call.skipRemainingHandlers();
            FailingAnswers.misbehave(call, failure.get(), pause);
        } else if (refusal.isPresent()) {
            call.skipRemainingHandlers();
            FakeDirectLineResponses.error(
                    call, refusal.get().status(), refusal.get().code(), "Refused");
        }
    }

    List<DirectLineRequest> asked() {
        return List.copyOf(asked);
    }

    void failOnce(List<DirectLineMisbehaviour> inTurn) {
        once.addAll(inTurn);
    }

    void fail(DirectLineMisbehaviour how) {
        always = Optional.of(how);
    }

    /** How the next answer fails, if it does, and what ends that; together, so that no {@link #behave} between is missed. */
    synchronized Optional<Failure> failure() {
        return Optional.ofNullable(once.poll()).or(() -> always).map(how -> new Failure(how, behaved));
    }

    void pause(String retryAfter) {
        pause = retryAfter;
    }

    void refuse(String secret, Refusal refusal) {
        refusals.put(secret, refusal);
    }

    /** Fails and refuses no more, and lets go who is kept waiting. */
    synchronized void behave() {
        once.clear();
        always = Optional.empty();
        refusals.clear();
        behaved.countDown();
        behaved = new CountDownLatch(1);
    }

    /**
     * How one answer fails.
     *
     * @param end of the failure, where it takes time
     */
    record Failure(DirectLineMisbehaviour how, CountDownLatch end) {
        /** Whether the fake still misbehaves after so long; returns earlier when it does not. */
        boolean lasts(long millis) {
            try {
                return !end.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** How a secret is refused. */
    record Refusal(int status, String code) {}
}
