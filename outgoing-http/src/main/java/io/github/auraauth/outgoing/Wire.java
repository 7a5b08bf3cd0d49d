package io.github.auraauth.outgoing;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Carries requests to one peer and its replies back, by an end that nothing can move: a request runs in a thread of its
 * own and is broken off at its end, whatever it waits for, be it a name, a connection, a handshake or the next byte. Safe
 * for use by many threads.
 */
final class Wire {
    private final String name;
    private final CloseableHttpClient client;
    private final Executor threads;
    private final Semaphore sockets;

    /** @param sockets how many requests may be under way at once; one more waits until its own end */
    Wire(String name, CloseableHttpClient client, Executor threads, int sockets) {
        this.name = name;
        this.client = client;
        this.threads = threads;
        this.sockets = new Semaphore(sockets);
    }

    /**
     * Waits for one of the peer's sockets, which the next {@link #carry} of this thread takes and gives back.
     *
     * @throws Outage.UpstreamTimedOut when there is none by the end
     */
    void reserve(Deadline end) {
        try {
            if (!sockets.tryAcquire(end.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Outage.UpstreamTimedOut(name);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * The reply.
     *
     * @throws Outage.UpstreamTimedOut when it is not there by the end
     * @throws Outage.UpstreamFailed when there will be none
     */
    Reply carry(Call call, Deadline end) {
        try {
            return await(request(call, end), end);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpUriRequestBase request(Call call, Deadline end) {
        try {
            return Requests.of(call, end.remaining());
        } catch (RuntimeException bug) {
            sockets.release();
            throw bug;
        }
    }

    private Outage interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new Outage.UpstreamFailed(name, interruption);
    }

    private Reply await(HttpUriRequestBase request, Deadline end) throws InterruptedException {
        CompletableFuture<Reply> reply = begin(request);
        try {
            return reply.get(end.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Outage.UpstreamTimedOut(name, new ExchangeFailure(e));
        } catch (ExecutionException e) {
            throw failed(unwrapped(e));
        } finally {
            if (!reply.isDone()) {
                request.cancel();
            }
        }
    }

    private CompletableFuture<Reply> begin(HttpUriRequestBase request) {
        try {
            return CompletableFuture.supplyAsync(() -> exchange(request), threads);
        } catch (RejectedExecutionException e) {
            sockets.release();
            return CompletableFuture.failedFuture(e);
        }
    }

    private Reply exchange(HttpUriRequestBase request) {
        try {
            return client.execute(request, new ReplyReader(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.release();
        }
    }

    private Outage failed(Throwable cause) {
        boolean late = cause instanceof SocketTimeoutException || cause instanceof ConnectionRequestTimeoutException;
        ExchangeFailure failure = new ExchangeFailure(cause);
        return late ? new Outage.UpstreamTimedOut(name, failure) : new Outage.UpstreamFailed(name, failure);
    }

    /** What was thrown before other threads and interfaces wrapped it. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wraps = thrown instanceof ExecutionException || thrown instanceof UncheckedIOException;
        return wraps && cause != null ? unwrapped(cause) : thrown;
    }
}
